import assert from 'node:assert/strict';
import { CaptureError, TransportError, type LookupResult } from '@capture/core';
import { toWireResponse } from '../../support/sample-responses.ts';
import { lookupWith } from '../../support/capture-with.ts';
import { clientOf } from '../../support/client.ts';
import { PROXY_PAGE } from '../../support/http-response.ts';
import { withServer } from '../../support/loopback.ts';
import { each, type Proof } from '../../clause.ts';
import type { AnySubject, SampleLookup } from '../../subject.ts';

const CERTAIN: readonly string[] = ['captured', 'pending', 'declined'];
const FAILED = [301, 302, 307, 500, 502, 503, 504];
const questions = (subject: AnySubject, proofs: (question: SampleLookup) => readonly Proof[]): Proof[] =>
  (subject.lookup ?? []).flatMap(proofs);

function assertUncertain({ status, decides, error }: LookupResult): void {
  assert.ok(!CERTAIN.includes(status), `it must not be ${status}`);
  assert.equal(decides, false);
  if (status === 'unknown') assert.ok(CaptureError.is(error));
}

/** The answers that would settle something, were they whole. */
const settling = ({ responses }: SampleLookup) => responses.filter(({ expected }) => CERTAIN.includes(expected));

/** Proves that a look-up, which may decide whether a customer is charged again, claims no more than it was told. */
export const failedLookups = [
  each('L4', 'an answer with an HTTP status of failure settles nothing', (subject) =>
    questions(subject, (question) =>
      settling(question).flatMap(({ name, response }) =>
        FAILED.map((status): Proof => [
          `${question.name}, ${name} with HTTP ${status}`,
          async () => {
            assertUncertain((await lookupWith(subject, question.keys, { ...response, status })).result);
          },
        ]),
      ),
    ),
  ),
  each('L5', 'an answer that was cut settles nothing', (subject) =>
    questions(subject, (question) =>
      settling(question).map(({ name, response }) => [
        `${question.name}, ${name}`,
        async () => {
          const whole = toWireResponse(response);
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
];
