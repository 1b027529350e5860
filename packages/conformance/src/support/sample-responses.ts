import type { WireRequest, WireResponse } from '@capture/core';
import type { AnySubject, SampleResponse } from '../subject.ts';
import { receivedRequest } from './received-request.ts';

/** A response as it is sent over the wire. */
export function toWireResponse({ status = 200, headers = {}, body }: SampleResponse): WireResponse {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

/** The genuine success for a request that was received. */
export function successFor(subject: AnySubject, wire: WireRequest, request = subject.request): WireResponse {
  return toWireResponse(subject.responses.captured(receivedRequest(subject, request, wire)));
}

/** The genuine success for the sample request, where its form on the wire does not matter. */
export function sampleSuccess(subject: AnySubject): SampleResponse {
  return subject.responses.captured(
    receivedRequest(subject, subject.request, { method: 'POST', url: '', headers: {}, body: '' }),
  );
}
