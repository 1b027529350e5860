import { TransportError, type WireRequest } from '@capture/core';
import { receivedRequest } from './received-request.ts';
import type { Responder } from './visible-surfaces.ts';
import type { AnySubject, Respond } from '../subject.ts';

/** Everything that can happen to a capture, from a clear success to a broken transport. */
export function scenariosOf(subject: AnySubject): readonly (readonly [name: string, respond: Responder])[] {
  const { responses } = subject;
  const to =
    (response: Respond): Responder =>
    (wire) =>
      response(receivedRequest(subject, subject.request, wire));
  return [
    ['it is captured', to(responses.captured)],
    ...(responses.pending ? [['it is pending', to(responses.pending)] as const] : []),
    ...responses.declined.slice(0, 1).map(({ response }) => ['it is declined', to(response)] as const),
    ...responses.unknown.slice(0, 1).map(({ response }) => ['the response is inconclusive', to(response)] as const),
    ...responses.contradictions
      .slice(0, 1)
      .map(({ response }) => ['the response contradicts itself', to(response)] as const),
    [
      'the server echoes the whole request',
      (wire) => ({ body: { request: wire, body: wire.body, json: JSON.stringify(wire) } }),
    ],
    ['the server echoes the whole request with HTTP 500', (wire) => ({ status: 500, body: JSON.stringify(wire) })],
    ['the transport fails with the request in its error', (wire) => failWith(wire)],
    ['the transport throws a string', (wire) => Promise.reject(asThrown(JSON.stringify(wire)))],
    [
      'the transport fails with its phase',
      (wire) => Promise.reject(Object.assign(new TransportError('in-doubt', 'connection_lost'), { wire })),
    ],
  ];
}

/** JavaScript can throw any value. */
function asThrown(value: unknown): Error {
  return value as Error;
}

function failWith(wire: WireRequest): Promise<never> {
  const cause = Object.assign(new Error(wire.body), { request: wire, config: { headers: wire.headers } });
  return Promise.reject(new AggregateError([cause], JSON.stringify(wire), { cause }));
}
