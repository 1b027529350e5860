import type { CallOptions, CaptureResult, LookupKeys, LookupResult, WireRequest, WireResponse } from '@capture/core';
import type { SampleResponse, Respond, AnySubject, KitOptions, SampleRequest } from '../subject.ts';
import { clientOf } from './client.ts';
import { respondingTransport } from './responding-transport.ts';
import { receivedRequest } from './received-request.ts';
import { toWireResponse } from './sample-responses.ts';

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
  const result = await clientOf(subject, { transport, ...options }).capture(request, call);
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
