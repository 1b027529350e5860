import type { CallOptions, CaptureResult, PreparedRequest } from '@capture/core';
import type { AnySubject, ClientUnderTest, KitOptions, SampleRequest } from '../subject.ts';

/** A base URL that leads nowhere, for clients whose transport responds by itself. */
export const NOWHERE = 'https://kit.invalid';

/** A subject's client as the kit calls it: with the sample request, and with variations of it that its own type would refuse. */
export interface TestedClient extends Omit<ClientUnderTest, 'capture' | 'prepare'> {
  capture(request: SampleRequest, options?: CallOptions): Promise<CaptureResult>;
  prepare(request: SampleRequest): PreparedRequest;
}

/** Makes a client of the subject. */
export function clientOf(subject: AnySubject, options: Partial<KitOptions> = {}, others: object = {}): TestedClient {
  const given = { baseUrl: NOWHERE, timeout: 10_000, ...subject.credentials, ...options, ...others };
  return subject.create(given as never);
}
