import assert from 'node:assert/strict';
import { captureWith } from '../../support/capture-with.ts';
import { valueAt } from '../../support/paths.ts';
import { each } from '../../clause.ts';
import { documentedResponses } from '../../support/documented-responses.ts';

/** Proves that a result can be stored and read back. */
export const storedResults = [
  each('O12', 'a result survives a round trip through JSON', (subject) =>
    documentedResponses(subject).map(({ name, response }) => [
      name,
      async () => {
        const { result } = await captureWith(subject, response);
        const stored = JSON.parse(JSON.stringify(result)) as Record<string, unknown>;
        assert.deepEqual([stored['status'], stored['amount']], [result.status, result.amount]);
        if ('error' in result) assert.equal(valueAt(stored, 'error.code'), result.error.code);
        if ('captureId' in result) assert.equal(stored['captureId'], result.captureId);
      },
    ]),
  ),
];
