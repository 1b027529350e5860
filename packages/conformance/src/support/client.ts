import type { CaptureOptions, CaptureResult, PreparedRequest, PrepareOptions } from '@capture/core';
import type { AnySubject, ClientUnderTest, KitOptions, SampleRequest } from '../subject.ts';

/** A base URL without a server, for clients with a transport of the kit. */
export const NOWHERE = 'https://kit.invalid';

/**
 * A subject's client as the kit calls it: with the sample request and variations of it, which its own type may exclude.
 */
export interface TestedClient extends Omit<ClientUnderTest, 'capture' | 'prepare'> {
  capture(request: SampleRequest, options?: CaptureOptions): Promise<CaptureResult>;
  prepare(request: SampleRequest, options?: PrepareOptions): PreparedRequest;
}

/** Creates a client of the subject. */
export function clientOf(subject: AnySubject, options: Partial<KitOptions> = {}, others: object = {}): TestedClient {
  const all = { baseUrl: NOWHERE, timeout: 10_000, ...subject.credentials, ...options, ...others };
  // The names of the credentials are the subject's own: no type that is common to all subjects has them.
  return subject.create(all as never);
}
