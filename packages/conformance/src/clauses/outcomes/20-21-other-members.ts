import assert from 'node:assert/strict';
import { assertUnknown } from '../../support/assert-result.ts';
import { captureWithRawResponse } from '../../support/capture-with.ts';
import { membersIn, valueAt, withValueAt } from '../../support/paths.ts';
import { sampleSuccess, successFor } from '../../support/sample-responses.ts';
import { each, type Proof } from '../../clause.ts';
import type { AnySubject } from '../../subject.ts';

/** Stands in a body for what `JSON.stringify` cannot write, and is replaced in the text. */
const PLACE = 'kit-place-5f1d';

/** What a gateway's next release, or a mistake of its own, may write in place of any member. */
const OTHER_VALUES: readonly (readonly [name: string, write: (genuine: unknown) => unknown])[] = [
  ['absent', () => undefined],
  ['null', () => null],
  ['empty', () => ''],
  ['of another type', (genuine) => (typeof genuine === 'string' ? 7 : 'kit')],
  ['true', () => true],
  ['an empty list', () => []],
  ['in a list', (genuine) => [genuine]],
  ['an empty object', () => ({})],
  ['in an object', (genuine) => ({ value: genuine })],
];

/** The members that decide, as the subject declares them, and the objects that hold them. */
function decides(subject: AnySubject, path: string): boolean {
  const { decisive, compared = [], captureId } = subject.responses;
  return [...decisive, ...compared, captureId].some((one) => one === path || one.startsWith(`${path}.`));
}

/** A response text in which a member is written by hand. */
function written(body: string, path: string, member: (name: string, genuine: string) => string): string {
  const json = JSON.parse(body) as unknown;
  const name = JSON.stringify(path.split('.').at(-1));
  const text = JSON.stringify(withValueAt(json, path, PLACE));
  return text.replace(`${name}:"${PLACE}"`, () => member(name, JSON.stringify(valueAt(json, path))));
}

const REPEATED = (name: string, genuine: string): string => `${name}:"kit-other",${name}:${genuine}`;
const HUGE = (name: string): string => `${name}:74529001234567890123.00000000001`;

/** Captures with a success of which one member is changed. */
async function changed(subject: AnySubject, change: (body: string) => string) {
  const { result } = await captureWithRawResponse(subject, (wire) => {
    const { status, headers, body } = successFor(subject, wire);
    return { status, headers, body: change(body) };
  });
  return result;
}

/** Proves that only a member that decides can spoil a success, and that it does. */
export const otherMembers = [
  each('O20', 'a member that decides nothing spoils no success, whatever it is', (subject) =>
    [...membersIn(sampleSuccess(subject).body), 'kit_unknown_member']
      .filter((path) => !decides(subject, path))
      .map((path): Proof => [
        path,
        async () => {
          const believed = async (what: string, change: (body: string) => string) => {
            const { status } = await changed(subject, change);
            assert.equal(status, 'captured', `${path}, ${what}`);
          };
          for (const [name, write] of OTHER_VALUES)
            await believed(name, (body) => {
              const json = JSON.parse(body) as unknown;
              return JSON.stringify(withValueAt(json, path, write(valueAt(json, path) ?? 'kit')));
            });
          await believed('too precise', (body) => written(body, path, HUGE));
          await believed('repeated', (body) => written(body, path, (name) => REPEATED(name, '"kit"')));
        },
      ]),
  ),
  each('O21', 'a member that decides is not believed if it is repeated or too precise', (subject) =>
    [
      ...new Set([...subject.responses.decisive, ...(subject.responses.compared ?? []), subject.responses.captureId]),
    ].map((path): Proof => [
      path,
      async () => {
        assertUnknown(await changed(subject, (body) => written(body, path, REPEATED)), `${path}, repeated`);
        assertUnknown(await changed(subject, (body) => written(body, path, HUGE)), `${path}, too precise`);
      },
    ]),
  ),
];
