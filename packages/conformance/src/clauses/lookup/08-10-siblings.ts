import assert from 'node:assert/strict';
import type { LookupKeys, LookupResult } from '@capture/core';
import { capabilitiesOf } from '../../support/currencies.ts';
import { lookupWith } from '../../support/capture-with.ts';
import { each } from '../../clause.ts';
import { lookupCases } from '../../support/lookup-cases.ts';
import type { AnySubject, SampleLookup } from '../../subject.ts';

function assertUndecided({ status, decides }: LookupResult): void {
  assert.ok(!['captured', 'pending', 'declined'].includes(status), `the lookup must not be ${status}`);
  assert.equal(decides, false);
}

/** The lookups by keys that do not name the capture itself, and the responses that would decide or nearly do. */
const withoutId = (subject: AnySubject, expected: readonly LookupResult['status'][]) =>
  (subject.lookup ?? [])
    .filter(({ keys }) => keys.captureId === undefined)
    .map(({ name, keys, responses }) => ({
      name,
      keys,
      responses: responses.filter((response) => expected.includes(response.expected)),
    }));

const withKnown = (keys: LookupKeys, knownCaptureIds?: readonly string[]): LookupKeys => ({ ...keys, knownCaptureIds });

const isUnique = (subject: AnySubject, { keys }: Pick<SampleLookup, 'keys'>): boolean =>
  capabilitiesOf(subject).uniqueKeys.some((key) => keys[key] !== undefined);

/** Proves that a lookup never takes a sibling for the requested capture. */
export const siblings = [
  each('L8', 'a capture that is known to be another one decides nothing', (subject) =>
    withoutId(subject, ['captured', 'pending', 'declined']).flatMap(({ name, keys, responses }) =>
      responses.map(({ name: responseName, response }) => [
        `${name}, ${responseName}`,
        async () => {
          const known = keys.knownCaptureIds ?? [];
          const free = await lookupWith(subject, withKnown(keys, known), response);
          const { captureId, candidates } = free.result;
          const found = captureId ?? candidates[0]?.captureId ?? 'kit-known-capture';
          assertUndecided((await lookupWith(subject, withKnown(keys, [...known, found]), response)).result);
        },
      ]),
    ),
  ),
  each('L9', 'a refusal found by a key decides only if no earlier attempt can be meant', (subject) =>
    withoutId(subject, ['declined']).flatMap(({ name, keys, responses }) =>
      responses.map(({ name: responseName, response }) => [
        `${name}, ${responseName}`,
        async () => {
          assertUndecided((await lookupWith(subject, withKnown(keys), response)).result);
        },
      ]),
    ),
  ),
  each('L10', 'a key that captures share decides only with the ids of all others', (subject) =>
    lookupCases(subject, (lookup) =>
      lookup.keys.captureId !== undefined || isUnique(subject, lookup)
        ? []
        : lookup.responses
            .filter(({ expected }) => expected === 'captured')
            .map(({ name, response }) => [
              `${lookup.name}, ${name}`,
              async () => {
                const { result } = await lookupWith(subject, withKnown(lookup.keys), response);
                assertUndecided(result);
                assert.ok(result.candidates.length > 0, 'the capture that was found must be a candidate');
              },
            ]),
    ),
  ),
];
