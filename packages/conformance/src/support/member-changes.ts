import assert from 'node:assert/strict';
import type { DecidingFields } from '../subject.ts';
import { membersIn, valueAt, withValueAt } from './paths.ts';

/** A change of the member at a path, in a body of JSON. */
export type MemberChange = readonly [name: string, change: (body: string, path: string) => string];

/** A member that is on no page. */
const UNKNOWN = 'kit_unknown_member';
/** Stands in a body for what `JSON.stringify` cannot write, and is replaced in the text. */
const PLACE = 'kit-place-5f1d';

const replaced =
  (write: (genuine: unknown) => unknown): MemberChange[1] =>
  (body, path) => {
    const json = JSON.parse(body) as unknown;
    return JSON.stringify(withValueAt(json, path, write(valueAt(json, path) ?? 'kit')));
  };

const written =
  (member: (name: string, genuine: string) => string): MemberChange[1] =>
  (body, path) => {
    const json = JSON.parse(body) as unknown;
    const name = JSON.stringify(path.split('.').at(-1));
    const text = JSON.stringify(withValueAt(json, path, PLACE));
    assert.ok(text.includes(`${name}:"${PLACE}"`), `the body has no place for ${path}`);
    return text.replace(`${name}:"${PLACE}"`, () => member(name, JSON.stringify(valueAt(json, path) ?? 'kit')));
  };

/** Changes after which a value cannot be known, whatever it was. */
export const UNKNOWABLE: readonly MemberChange[] = [
  ['repeated', written((name, genuine) => `${name}:"kit-other",${name}:${genuine}`)],
  ['too precise', written((name) => `${name}:74529001234567890123.00000000001`)],
];

/** Changes to a type that no member has in every response. */
export const OF_ANOTHER_TYPE: readonly MemberChange[] = [
  ['an empty list', replaced(() => [])],
  ['in a list', replaced((genuine) => [genuine])],
  ['an empty object', replaced(() => ({}))],
  ['in an object', replaced((genuine) => ({ value: genuine }))],
];

/** What a gateway's next release, or a mistake of its own, may make of any member. */
export const ANY_CHANGE: readonly MemberChange[] = [
  ['absent', replaced(() => undefined)],
  ['null', replaced(() => null)],
  ['empty', replaced(() => '')],
  ['of another type', replaced((genuine) => (typeof genuine === 'string' ? 7 : 'kit'))],
  ['true', replaced(() => true)],
  ...OF_ANOTHER_TYPE,
  ...UNKNOWABLE,
];

/** The paths of everything that decides, added fields left out. */
export function decidingPaths({ decisive, compared = [] }: DecidingFields): string[] {
  return [...new Set([...decisive, ...compared])];
}

/** The paths of the members of a body that decide nothing and hold nothing that does, and of an unknown one. */
export function otherMembersIn(body: unknown, deciding: DecidingFields): string[] {
  const paths = decidingPaths(deciding);
  return [...membersIn(body), UNKNOWN].filter(
    (path) => !paths.some((one) => one === path || one.startsWith(`${path}.`)),
  );
}
