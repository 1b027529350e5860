import { TransportError, type WireRequest } from '@capture/core';
import { askedOf } from './received-request.ts';
import { type Send } from './visible-surfaces.ts';
import type { AnySubject, AnswerTo } from '../subject.ts';

/** What can become of a capture, from clear to broken. */
export function scenarios(subject: AnySubject): readonly (readonly [name: string, send: Send])[] {
  const { answers } = subject;
  const to =
    (answer: AnswerTo): Send =>
    (wire) =>
      answer(askedOf(subject, subject.request, wire));
  return [
    ['it is captured', to(answers.captured)],
    ...(answers.pending ? [['it is pending', to(answers.pending)] as const] : []),
    ...answers.declined.slice(0, 1).map(({ answer }) => ['it is declined', to(answer)] as const),
    ...answers.unknown.slice(0, 1).map(({ answer }) => ['the answer says nothing certain', to(answer)] as const),
    ...answers.contradictions.slice(0, 1).map(({ answer }) => ['the answer contradicts itself', to(answer)] as const),
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
