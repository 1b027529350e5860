import assert from 'node:assert/strict';
import type { LookupResult } from '@capture/core';
import { each, type Proof } from '../../clause.ts';
import { lookupWith } from '../../support/capture-with.ts';
import { lookupCases } from '../../support/lookup-cases.ts';
import {
  ANY_CHANGE,
  decidingPaths,
  otherMembersIn,
  UNKNOWABLE,
  type MemberChange,
} from '../../support/member-changes.ts';
import { membersIn } from '../../support/paths.ts';
import { toWireResponse } from '../../support/sample-responses.ts';
import type { AnySubject, DecidingFields, SampleLookup, SampleResponse } from '../../subject.ts';

/** The first response to a lookup that is `captured`, and the fields that decide about it. */
function successOf({ name, responses, deciding }: SampleLookup) {
  const found = responses.find(({ expected }) => expected === 'captured');
  return found && { response: found.response, deciding: deciding ?? assert.fail(`${name}: declare deciding`) };
}

const withAdded = ({ added, decisive, compared = [] }: DecidingFields): DecidingFields => ({
  decisive,
  compared: [...compared, ...Object.keys(added ?? {})],
});

/** Looks up with a response of which one member is changed. */
async function changed(
  subject: AnySubject,
  { keys }: SampleLookup,
  response: SampleResponse,
  [change, path]: readonly [MemberChange[1], string],
): Promise<LookupResult> {
  const wire = toWireResponse(response);
  return (await lookupWith(subject, keys, () => ({ ...wire, body: change(wire.body, path) }))).result;
}

/** Proves that only a member that decides can spoil a lookup, and that none makes a success of another response. */
export const membersOfLookups = [
  each('L13', 'a member that decides nothing spoils no lookup, whatever it is', (subject) =>
    lookupCases(subject, (lookup) => {
      const success = successOf(lookup);
      if (!success) return [];
      const { response, deciding } = success;
      return otherMembersIn(response.body, withAdded(deciding)).map((path): Proof => [
        `${lookup.name}, ${path}`,
        async () => {
          for (const [name, change] of ANY_CHANGE) {
            const { status, decides } = await changed(subject, lookup, response, [change, path]);
            assert.deepEqual({ status, decides }, { status: 'captured', decides: true }, `${path}, ${name}`);
          }
        },
      ]);
    }),
  ),
  each('L14', 'a member that decides a lookup is not believed if it is repeated or too precise', (subject) =>
    lookupCases(subject, (lookup) => {
      const success = successOf(lookup);
      if (!success) return [];
      const { response, deciding } = success;
      return decidingPaths(withAdded(deciding)).map((path): Proof => [
        `${lookup.name}, ${path}`,
        async () => {
          for (const [name, change] of UNKNOWABLE) {
            const { status, decides } = await changed(subject, lookup, response, [change, path]);
            assert.ok(!decides, `${path}, ${name}: the lookup must not be ${status}`);
          }
        },
      ]);
    }),
  ),
  each('L15', 'no change of a member makes a success of another response to a lookup', (subject) =>
    lookupCases(subject, (lookup) => {
      const deciding = successOf(lookup)?.deciding;
      const others = lookup.responses.filter(({ expected }) => expected !== 'captured');
      const foreign = (lookup.others ?? []).map((other) => ({ ...other, expected: undefined }));
      return [...others, ...foreign].map(({ name, response, expected }): Proof => [
        `${lookup.name}, ${name}`,
        async () => {
          // Without the member that makes it another payment's, it may be this one's.
          const paths =
            expected === undefined && deciding
              ? otherMembersIn(response.body, withAdded(deciding))
              : membersIn(response.body);
          for (const path of paths)
            for (const [changeName, change] of ANY_CHANGE) {
              const { status } = await changed(subject, lookup, response, [change, path]);
              assert.notEqual(status, 'captured', `${path}, ${changeName}`);
            }
        },
      ]);
    }),
  ),
];
