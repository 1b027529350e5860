import assert from 'node:assert/strict';
import { captureWith, type CaptureExchange } from '../../support/capture-with.ts';
import { assertPlainData } from '../../support/assert-plain-data.ts';
import { documentedResponses } from '../../support/documented-responses.ts';
import { scramble } from '../../support/scramble.ts';
import { each, type Proof } from '../../clause.ts';
import type { AnySubject } from '../../subject.ts';

/** Proves that a result is the caller's own. */
export const callersOwnResults = [
  each('O18', 'a result is plain data: nothing is frozen, and a structured clone keeps code and advice', (subject) =>
    captures(subject, async (capture) => {
      assertPlainData((await capture()).result);
    }),
  ),
  each('O19', 'a change to a result changes no later result', (subject) =>
    captures(subject, async (capture) => {
      const expected = structuredClone((await capture()).result);
      scramble((await capture()).result);
      assert.deepEqual(structuredClone((await capture()).result), expected);
    }),
  ),
];

function captures(
  subject: AnySubject,
  prove: (capture: () => Promise<CaptureExchange>) => Promise<void>,
): readonly Proof[] {
  return documentedResponses(subject).map(({ name, response }) => [
    name,
    () => prove(() => captureWith(subject, response)),
  ]);
}
