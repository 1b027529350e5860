import assert from 'node:assert/strict';
import { lookupWith } from '../../support/capture-with.ts';
import { NOWHERE } from '../../support/client.ts';
import { each, type Proof } from '../../clause.ts';
import type { AnySubject, SampleLookup } from '../../subject.ts';

const questions = (subject: AnySubject, proofs: (question: SampleLookup) => readonly Proof[]): Proof[] =>
  (subject.lookup ?? []).flatMap(proofs);

/** Proves that a look-up, which may decide whether a customer is charged again, claims no more than it was told. */
export const documentedLookups = [
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
    questions(subject, ({ name, keys, responses }) =>
      responses.map(({ name: answered, expected, response }) => [
        `${name}, ${answered}: ${expected}`,
        async () => {
          const { result } = await lookupWith(subject, keys, response);
          assert.equal(result.status, expected);
          assert.equal(result.provider, subject.id);
          assert.deepEqual(result.keys, keys);
          assert.equal(result.decides, expected === 'captured' || expected === 'declined');
          if (expected === 'captured') assert.ok(result.captureId);
          if (expected === 'declined') assert.equal(result.error?.moneyMoved, 'no');
        },
      ]),
    ),
  ),
  each('L3', 'an answer about another payment or amount settles nothing', (subject) =>
    questions(subject, ({ name, keys, others = [] }) =>
      others.map(({ name: other, response }) => [
        `${name}, ${other}`,
        async () => {
          const { result } = await lookupWith(subject, keys, response);
          assert.notEqual(result.status, 'captured');
          assert.notEqual(result.status, 'declined');
          assert.equal(result.decides, false);
        },
      ]),
    ),
  ),
];
