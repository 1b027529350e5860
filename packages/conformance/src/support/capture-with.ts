import type { CaptureOptions, CaptureResult, LookupKeys, LookupResult, WireRequest, WireResponse } from '@capture/core';
import type { SampleResponse, Respond, AnySubject, KitOptions, SampleRequest } from '../subject.ts';
import { clientOf } from './client.ts';
import { respondingTransport } from './responding-transport.ts';
import { receivedRequest } from './received-request.ts';
import { toWireResponse } from './sample-responses.ts';

/** The result of a capture, and the requests that were sent for it. */
export interface CaptureExchange {
  readonly result: CaptureResult;
  readonly sent: readonly WireRequest[];
}

/** Variations of a capture. */
export interface CaptureVariation {
  readonly request?: SampleRequest;
  readonly options?: Partial<KitOptions>;
  readonly call?: CaptureOptions;
}

/** Captures once; the response is written for the received request. */
export async function captureWith(
  subject: AnySubject,
  respond: Respond,
  { request = subject.request, options, call }: CaptureVariation = {},
): Promise<CaptureExchange> {
  return captureWithRawResponse(subject, (wire) => toWireResponse(respond(receivedRequest(subject, request, wire))), {
    request,
    ...(options && { options }),
    ...(call && { call }),
  });
}

/** Captures once with a response that need not be JSON. */
export async function captureWithRawResponse(
  subject: AnySubject,
  respond: (request: WireRequest) => WireResponse,
  { request = subject.request, options = {}, call }: CaptureVariation = {},
): Promise<CaptureExchange> {
  const transport = respondingTransport(respond);
  const result = await clientOf(subject, { transport, ...options }).capture(request, call);
  return { result, sent: transport.sent };
}

/** Looks a payment up once. */
export async function lookupWith(
  subject: AnySubject,
  keys: LookupKeys,
  response: SampleResponse | ((wire: WireRequest) => WireResponse),
  options: Partial<KitOptions> = {},
): Promise<{ readonly result: LookupResult; readonly sent: readonly WireRequest[] }> {
  const transport = respondingTransport(typeof response === 'function' ? response : () => toWireResponse(response));
  const client = clientOf(subject, { transport, ...options });
  if (!client.lookup) throw new Error('the client has no lookup');
  return { result: await client.lookup(keys), sent: transport.sent };
}
