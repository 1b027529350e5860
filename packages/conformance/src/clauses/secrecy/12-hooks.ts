import assert from 'node:assert/strict';
import { captureWith, lookupWith } from '../../support/capture-with.ts';
import { lookupCases } from '../../support/lookup-cases.ts';
import { scramble } from '../../support/scramble.ts';
import { each, type Proof } from '../../clause.ts';

/** Proves that hooks can observe only. */
export const meddlingHooks = [
  each('X12', 'a hook that throws, or changes its event, changes nothing', (subject) => [
    [
      'a capture',
      async () => {
        const { result, sent } = await captureWith(subject, subject.responses.captured, { options: { hooks } });
        assert.equal(result.status, 'captured');
        assertUntouched(result, 'a hook changed the result');
        assertUntouched(sent, 'a hook changed the request');
      },
    ],
    ...lookupCases(subject, ({ name, keys, responses }): Proof[] =>
      responses.map(({ name: responseName, response }) => [
        `a lookup: ${name}, ${responseName}`,
        async () => {
          const { result } = await lookupWith(subject, keys, response, { hooks });
          assertUntouched(result, 'a hook changed the result');
        },
      ]),
    ),
  ]),
];

const meddle = (event: object): never => {
  scramble(event);
  throw new Error('a hook failed');
};
const hooks = { onRequest: meddle, onResponse: meddle, onResult: meddle, onLookup: meddle };

function assertUntouched(value: unknown, message: string): void {
  assert.ok(!JSON.stringify(value).includes('scrambled'), message);
}
