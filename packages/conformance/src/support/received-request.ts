import { formatMajor, type Money, type WireRequest } from '@capture/core';
import type { AnySubject, ReceivedRequest, SampleRequest } from '../subject.ts';
import { valueAt } from './paths.ts';

/** The fields of a body, as a server would parse them. */
export function parseBody({ headers, body = '' }: WireRequest): Readonly<Record<string, unknown>> {
  if (headers['content-type']?.includes('json')) return JSON.parse(body) as Record<string, unknown>;
  return Object.fromEntries(new URLSearchParams(body));
}

/** The documented path, with the fields of a request filled in. */
export function fillPath(template: string, request: SampleRequest): string {
  return template.replace(/\{([\w.]+)\}/g, (_all, name: string) => encodeURIComponent(String(valueAt(request, name))));
}

/** A request as a server received it. Ids that the client generated are read from the wire. */
export function receivedRequest(subject: AnySubject, request: SampleRequest, wire: WireRequest): ReceivedRequest {
  const id = (name: string): string => {
    const field = subject.wire.fields[name];
    const given = request[name] ?? (field === undefined ? undefined : valueAt(parseBody(wire), field));
    return typeof given === 'string' ? given : '';
  };
  const { amount } = request;
  const ids = { authorizationId: id('authorizationId'), reference: id('reference') };
  return { amount, major: formatMajor(amount), ...ids, request, wire };
}

/** The same request with another amount. */
export function withAmount(received: ReceivedRequest, amount: Money): ReceivedRequest {
  return { ...received, amount, major: formatMajor(amount), request: { ...received.request, amount } };
}
