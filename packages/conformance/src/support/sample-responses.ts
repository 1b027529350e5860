import type { WireRequest, WireResponse } from '@capture/core';
import type { AnySubject, SampleResponse } from '../subject.ts';
import { receivedRequest } from './received-request.ts';

/** An answer as it goes over the wire. */
export function toWireResponse({ status = 200, headers = {}, body }: SampleResponse): WireResponse {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

/** The genuine success for a request that has arrived. */
export function successFor(subject: AnySubject, wire: WireRequest, request = subject.request): WireResponse {
  return toWireResponse(subject.responses.captured(receivedRequest(subject, request, wire)));
}

/** A success of the sample request, for what does not depend on how it went over the wire. */
export function sampleSuccess(subject: AnySubject): SampleResponse {
  return subject.responses.captured(
    receivedRequest(subject, subject.request, { method: 'POST', url: '', headers: {}, body: '' }),
  );
}
