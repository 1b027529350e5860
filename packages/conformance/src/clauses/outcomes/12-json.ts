import assert from 'node:assert/strict';
import { captureWith } from '../../support/capture-with.ts';
import { valueAt } from '../../support/paths.ts';
import { each } from '../../clause.ts';
import type { AnySubject, NamedResponse } from '../../subject.ts';

/** Proves that a result can be stored. */
export const storedResults = [
  each('O12', 'a result survives JSON with everything that matters', (subject) =>
    documented(subject).map(({ name, response }) => [
      name,
      async () => {
        const { result } = await captureWith(subject, response);
        const kept = JSON.parse(JSON.stringify(result)) as Record<string, unknown>;
        assert.deepEqual([kept['status'], kept['amount']], [result.status, result.amount]);
        if ('error' in result) assert.equal(valueAt(kept, 'error.code'), result.error.code);
        if ('captureId' in result) assert.equal(kept['captureId'], result.captureId);
      },
    ]),
  ),
];

function documented({ responses }: AnySubject): readonly NamedResponse[] {
  return [
    { name: 'captured', response: responses.captured },
    ...(responses.pending ? [{ name: 'pending', response: responses.pending }] : []),
    ...responses.declined,
    ...responses.unknown,
    ...responses.contradictions,
  ];
}
