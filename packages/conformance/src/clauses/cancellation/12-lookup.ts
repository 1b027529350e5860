import assert from 'node:assert/strict';
import { lookupWith } from '../../support/capture-with.ts';
import { each } from '../../clause.ts';

/** Proves that an aborted lookup is unknown. */
export const abortedLookups = [
  each('C12', 'an aborted lookup is unknown', (subject) =>
    (subject.lookup ?? []).slice(0, 1).map(({ name, keys }) => [
      name,
      async () => {
        const { result } = await lookupWith(subject, keys, () => {
          throw new Error('gone');
        });
        assert.equal(result.status, 'unknown');
        assert.equal(result.decides, false);
      },
    ]),
  ),
];
