import assert from 'node:assert/strict';
import { captureWith } from '../../support/capture-with.ts';
import { at } from '../../support/paths.ts';
import { each } from '../../clause.ts';
import type { AnySubject, NamedAnswer } from '../../subject.ts';

/** Proves that a result can be stored. */
export const storedResults = [
  each('O12', 'a result survives JSON with everything that matters', (subject) =>
    documented(subject).map(({ name, answer }) => [
      name,
      async () => {
        const { result } = await captureWith(subject, answer);
        const kept = JSON.parse(JSON.stringify(result)) as Record<string, unknown>;
        assert.deepEqual([kept['status'], kept['amount']], [result.status, result.amount]);
        if ('error' in result) assert.equal(at(kept, 'error.code'), result.error.code);
        if ('captureId' in result) assert.equal(kept['captureId'], result.captureId);
      },
    ]),
  ),
];

function documented({ answers }: AnySubject): readonly NamedAnswer[] {
  return [
    { name: 'captured', answer: answers.captured },
    ...(answers.pending ? [{ name: 'pending', answer: answers.pending }] : []),
    ...answers.declined,
    ...answers.unknown,
    ...answers.contradictions,
  ];
}
