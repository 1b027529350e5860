import assert from 'node:assert/strict';
import { lookupWith, NOWHERE } from '../../support/capture-with.ts';
import { each, type Proof } from '../../clause.ts';
import type { AnySubject, Question } from '../../subject.ts';

const questions = (subject: AnySubject, proofs: (question: Question) => readonly Proof[]): Proof[] =>
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
];
