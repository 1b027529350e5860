import assert from 'node:assert/strict';
import { TransportError, type WireRequest } from '@capture/core';
import { askedOf, successTo } from '../bench/asked.ts';
import { canariesOf } from '../bench/canaries.ts';
import { answeringTransport, clientOf } from '../bench/exchange.ts';
import { PROXY_PAGE } from '../bench/http-text.ts';
import { assertSecret, secretsOf, seen, seenWith, type Send } from '../bench/seen.ts';
import { surfacesOf } from '../bench/surfaces.ts';
import { each, once } from '../clause.ts';
import type { AnySubject, AnswerTo } from '../subject.ts';

/** What can become of a capture, from clear to broken. */
function scenarios(subject: AnySubject): readonly (readonly [name: string, send: Send])[] {
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

/** Proves that secrets stay in, by watching everything that comes out: results, errors, printing, JSON, hooks, console. */
export const secrecy = [
  each('X1', 'nothing that leaves shows a secret, whatever becomes of the capture', (subject) =>
    scenarios(subject).flatMap(([scenario, send]) =>
      canariesOf(subject).map((canary) => [
        `${canary.name}, when ${scenario}`,
        async () => {
          assertSecret(await seen(subject, send), [canary]);
        },
      ]),
    ),
  ),
  each('X4', 'the signature of a request is a secret as well', (subject) =>
    subject.signature
      ? scenarios(subject).map(([scenario, send]) => [
          `when ${scenario}`,
          async () => {
            assertSecret(await seen(subject, send), secretsOf(subject));
          },
        ])
      : [],
  ),
  each('X5', 'a dry run can be printed', (subject) =>
    secretsOf(subject).map((canary) => [
      canary.name,
      () => {
        const prepared = clientOf(subject).prepare(subject.request as never);
        assertSecret(surfacesOf('the dry run', prepared), [canary]);
        assertSecret(
          Object.entries(prepared).flatMap(([name, part]) => surfacesOf(name, part)),
          [canary],
        );
      },
    ]),
  ),
  each('X6', 'the client can be printed', (subject) =>
    canariesOf(subject).map((canary) => [
      canary.name,
      () => {
        assertSecret(surfacesOf('the client', clientOf(subject)), [canary]);
      },
    ]),
  ),
  once('X10', 'a page of a proxy that repeats the request is not shown', async (subject) => {
    const transport = answeringTransport((wire) => ({
      ...PROXY_PAGE,
      headers: { ...PROXY_PAGE.headers, 'x-request': JSON.stringify(wire.headers) },
      body: `${PROXY_PAGE.body}<pre>${JSON.stringify(wire)}</pre>`,
    }));
    assertSecret(await seenWith(subject, { transport }), secretsOf(subject));
  }),
  once('X12', 'a hook that fails, or changes what it was given, changes nothing', async (subject) => {
    const meddle = (event: object): never => {
      for (const part of Object.values(event) as unknown[])
        if (typeof part === 'object' && part !== null)
          for (const name of Object.keys(part)) Reflect.set(part, name, 'meddled');
      throw new Error('a hook failed');
    };
    const transport = answeringTransport((wire) => successTo(subject, wire));
    const hooks = { onRequest: meddle, onResponse: meddle, onResult: meddle, onLookup: meddle };
    const result = await clientOf(subject, { transport, hooks }).capture(subject.request as never);
    assert.equal(result.status, 'captured');
    assert.ok(!JSON.stringify(result).includes('meddled'), 'a hook changed the result');
    assert.ok(!JSON.stringify(transport.sent).includes('meddled'), 'a hook changed the request');
  }),
];
