import { TransportError, type WireRequest } from '@capture/core';
import { receivedRequest } from './received-request.ts';
import { type Responder } from './visible-surfaces.ts';
import type { AnySubject, Respond } from '../subject.ts';

/** What can become of a capture, from clear to broken. */
export function scenarios(subject: AnySubject): readonly (readonly [name: string, send: Responder])[] {
  const { responses } = subject;
  const to =
    (answer: Respond): Responder =>
    (wire) =>
      answer(receivedRequest(subject, subject.request, wire));
  return [
    ['it is captured', to(responses.captured)],
    ...(responses.pending ? [['it is pending', to(responses.pending)] as const] : []),
    ...responses.declined.slice(0, 1).map(({ response }) => ['it is declined', to(response)] as const),
    ...responses.unknown.slice(0, 1).map(({ response }) => ['the answer says nothing certain', to(response)] as const),
    ...responses.contradictions
      .slice(0, 1)
      .map(({ response }) => ['the answer contradicts itself', to(response)] as const),
    [
      'the server repeats the whole request',
      (wire) => ({ body: { request: wire, body: wire.body, text: JSON.stringify(wire) } }),
    ],
    ['the server repeats the whole request with HTTP 500', (wire) => ({ status: 500, body: JSON.stringify(wire) })],
    ['the transport fails with the request in its error', (wire) => failWith(wire)],
    ['the transport fails with a text', (wire) => Promise.reject(asThrown(JSON.stringify(wire)))],
    [
      'the transport fails with its own phase',
      (wire) => Promise.reject(Object.assign(new TransportError('in-doubt', 'connection_lost'), { wire })),
    ],
  ];
}

/** Some throw what is no error. */
function asThrown(value: unknown): Error {
  return value as Error;
}

function failWith(wire: WireRequest): Promise<never> {
  const cause = Object.assign(new Error(wire.body), { request: wire, config: { headers: wire.headers } });
  return Promise.reject(new AggregateError([cause], JSON.stringify(wire), { cause }));
}
