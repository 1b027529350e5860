import assert from 'node:assert/strict';
import { CaptureError, TransportError, type LookupResult } from '@capture/core';
import { toResponse } from '../bench/asked.ts';
import { answeringTransport, clientOf, lookupWith, NOWHERE } from '../bench/exchange.ts';
import { PROXY_PAGE } from '../bench/http-text.ts';
import { withServer } from '../bench/loopback.ts';
import { refusal } from '../bench/judge.ts';
import { each, type Proof } from '../clause.ts';
import type { AnySubject, Question } from '../subject.ts';

const CERTAIN: readonly string[] = ['captured', 'pending', 'declined'];
const FAILED = [301, 302, 307, 500, 502, 503, 504];
const WRONG_KEYS: Readonly<Record<string, unknown>> = {
  'no key': {},
  'an unknown key': { kitKey: 'kit-canary-5f1d' },
  nothing: undefined,
  'a text': 'kit-canary-5f1d',
  'only an amount': { amount: { minor: 100, currency: 'EUR' } },
  'a key that is a number': { reference: 7, captureId: 7, authorizationId: 7 },
  'an empty key': { reference: '', captureId: '', authorizationId: '' },
  'a key with a line break': { reference: 'a\r\nb', captureId: 'a\r\nb', authorizationId: 'a\r\nb' },
  'a key that leaves the path': { reference: '../a', captureId: '../a', authorizationId: '../a' },
};

const questions = (subject: AnySubject, proofs: (question: Question) => readonly Proof[]): Proof[] =>
  (subject.lookup ?? []).flatMap(proofs);

function assertUncertain({ status, decides, error }: LookupResult): void {
  assert.ok(!CERTAIN.includes(status), `it must not be ${status}`);
  assert.equal(decides, false);
  if (status === 'unknown') assert.ok(CaptureError.is(error));
}

/** The answers that would settle something, were they whole. */
const settling = ({ answers }: Question) => answers.filter(({ says }) => CERTAIN.includes(says));

/** Proves that a look-up, which may decide whether a customer is charged again, claims no more than it was told. */
export const lookup = [
  each('L1', 'a look-up asks what is documented, once', (subject) =>
    questions(subject, ({ name, keys, method, path }) => [
      [
        name,
        async () => {
          const { sent } = await lookupWith(subject, keys, { status: 500, body: {} });
          assert.deepEqual(
            sent.map((wire) => [wire.method, wire.url]),
            [[method, NOWHERE + path]],
          );
        },
      ],
    ]),
  ),
  each('L2', 'each documented answer is understood', (subject) =>
    questions(subject, ({ name, keys, answers }) =>
      answers.map(({ name: answered, says, answer }) => [
        `${name}, ${answered}: ${says}`,
        async () => {
          const { result } = await lookupWith(subject, keys, answer);
          assert.equal(result.status, says);
          assert.equal(result.provider, subject.id);
          assert.deepEqual(result.keys, keys);
          assert.equal(result.decides, says === 'captured' || says === 'declined');
          if (says === 'captured') assert.ok(result.captureId);
          if (says === 'declined') assert.equal(result.error?.moneyMoved, 'no');
        },
      ]),
    ),
  ),
  each('L3', 'an answer about another payment or amount settles nothing', (subject) =>
    questions(subject, ({ name, keys, others = [] }) =>
      others.map(({ name: other, answer }) => [
        `${name}, ${other}`,
        async () => {
          const { result } = await lookupWith(subject, keys, answer);
          assert.notEqual(result.status, 'captured');
          assert.notEqual(result.status, 'declined');
          assert.equal(result.decides, false);
        },
      ]),
    ),
  ),
  each('L4', 'an answer with an HTTP status of failure settles nothing', (subject) =>
    questions(subject, (question) =>
      settling(question).flatMap(({ name, answer }) =>
        FAILED.map((status): Proof => [
          `${question.name}, ${name} with HTTP ${status}`,
          async () => {
            assertUncertain((await lookupWith(subject, question.keys, { ...answer, status })).result);
          },
        ]),
      ),
    ),
  ),
  each('L5', 'an answer that was cut settles nothing', (subject) =>
    questions(subject, (question) =>
      settling(question).map(({ name, answer }) => [
        `${question.name}, ${name}`,
        async () => {
          const whole = toResponse(answer);
          for (let length = 0; length < whole.body.length; length += 1) {
            const cut = { ...whole, body: whole.body.slice(0, length) };
            assertUncertain((await lookupWith(subject, question.keys, () => cut)).result);
          }
        },
      ]),
    ),
  ),
  each('L6', 'a look-up that fails is unknown, and never throws', (subject) =>
    questions(subject, ({ name, keys }) => [
      [
        `${name}, a page of a proxy`,
        async () => {
          assertUncertain((await lookupWith(subject, keys, () => PROXY_PAGE)).result);
        },
      ],
      [
        `${name}, a lost connection`,
        async () => {
          const { result } = await lookupWith(subject, keys, () => {
            throw new TransportError('in-doubt', 'connection_lost');
          });
          assertUncertain(result);
        },
      ],
      [
        `${name}, a reset by the server`,
        () =>
          withServer({ onRequest: (socket) => void socket.resetAndDestroy() }, async (server) => {
            const result = await clientOf(subject, { baseUrl: server.url }).lookup?.(keys);
            assertUncertain(result ?? assert.fail());
          }),
      ],
    ]),
  ),
  each('L7', 'a question that cannot be asked is refused, and nothing is sent', (subject) =>
    subject.lookup
      ? Object.entries(WRONG_KEYS).map(([name, keys]) => [
          name,
          async () => {
            const transport = answeringTransport(() => ({ status: 500, headers: {}, body: '' }));
            const error = await refusal(() => clientOf(subject, { transport }).lookup?.(keys as never));
            assert.ok(!JSON.stringify(error).includes('kit-canary'), 'the error repeats the value');
            assert.equal(transport.sent.length, 0);
          },
        ])
      : [],
  ),
];
