import type {
  CallOptions,
  CaptureResult,
  LookupKeys,
  LookupResult,
  Transport,
  WireRequest,
  WireResponse,
} from '@capture/core';
import type { SampleResponse, Respond, AnySubject, ClientUnderTest, KitOptions, SampleRequest } from '../subject.ts';
import { receivedRequest, toWireResponse } from './received-request.ts';

/** A base URL that nobody answers, for clients whose transport answers by itself. */
export const NOWHERE = 'https://kit.invalid';

/** Makes a client of the subject. */
export function clientOf(subject: AnySubject, options: Partial<KitOptions> = {}, others: object = {}): ClientUnderTest {
  const given = { baseUrl: NOWHERE, timeout: 10_000, ...subject.credentials, ...options, ...others };
  return subject.create(given as never);
}

/** A transport that answers by itself and keeps what it was given. */
export function respondingTransport(
  answer: (request: WireRequest) => WireResponse | Promise<WireResponse>,
): Transport & { readonly sent: WireRequest[] } {
  const sent: WireRequest[] = [];
  return {
    sent,
    async send(request) {
      sent.push(request);
      return answer(request);
    },
  };
}

/** A capture whose answer the kit wrote, and what was sent for it. */
export interface CaptureExchange {
  readonly result: CaptureResult;
  readonly sent: readonly WireRequest[];
}

/** What a capture can be varied in. */
export interface CaptureVariation {
  readonly request?: SampleRequest;
  readonly options?: Partial<KitOptions>;
  readonly call?: CallOptions;
}

/** Captures once; the answer is written from what was asked. */
export async function captureWith(
  subject: AnySubject,
  answer: Respond,
  { request = subject.request, options, call }: CaptureVariation = {},
): Promise<CaptureExchange> {
  return captureWithRawResponse(subject, (wire) => toWireResponse(answer(receivedRequest(subject, request, wire))), {
    request,
    ...(options && { options }),
    ...(call && { call }),
  });
}

/** The same with an answer that need not be JSON. */
export async function captureWithRawResponse(
  subject: AnySubject,
  answer: (request: WireRequest) => WireResponse,
  { request = subject.request, options = {}, call }: CaptureVariation = {},
): Promise<CaptureExchange> {
  const transport = respondingTransport(answer);
  const result = await clientOf(subject, { transport, ...options }).capture(request as never, call);
  return { result, sent: transport.sent };
}

/** Looks up once. */
export async function lookupWith(
  subject: AnySubject,
  keys: LookupKeys,
  answer: SampleResponse | ((wire: WireRequest) => WireResponse),
  options: Partial<KitOptions> = {},
): Promise<{ readonly result: LookupResult; readonly sent: readonly WireRequest[] }> {
  const transport = respondingTransport(typeof answer === 'function' ? answer : () => toWireResponse(answer));
  const client = clientOf(subject, { transport, ...options });
  if (!client.lookup) throw new Error('the client has no lookup');
  return { result: await client.lookup(keys), sent: transport.sent };
}
