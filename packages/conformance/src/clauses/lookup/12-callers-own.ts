import assert from 'node:assert/strict';
import { lookupWith } from '../../support/capture-with.ts';
import { assertPlainData } from '../../support/assert-plain-data.ts';
import { lookupCases } from '../../support/lookup-cases.ts';
import { scramble } from '../../support/scramble.ts';
import { each } from '../../clause.ts';

/** Proves that the result of a lookup is the caller's own. */
export const callersOwnLookups = [
  each('L12', 'the result of a lookup is plain data, and a change to it changes no later one', (subject) =>
    lookupCases(subject, ({ name, keys, responses }) =>
      responses.map(({ name: responseName, response }) => [
        `${name}, ${responseName}`,
        async () => {
          const lookup = async () => (await lookupWith(subject, keys, response)).result;
          const expected = structuredClone(await lookup());
          const result = await lookup();
          assertPlainData(result);
          scramble(result);
          assert.deepEqual(structuredClone(await lookup()), expected);
        },
      ]),
    ),
  ),
];
