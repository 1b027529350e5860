import type { NewOperation } from '../contract/store.ts';

type Recorded = Pick<NewOperation, 'request' | 'given' | 'repeats'>;

/**
 * The names of the fields in which a request differs from the one that was recorded with its key. It is the same where
 * each field given now equals the recorded value, and each field given then is given now: so a generated reference, or
 * a default, may be repeated or left out.
 */
export function differingFields(existing: Recorded, now: Recorded): readonly string[] {
  const names = new Set([...existing.given, ...now.given]);
  const differing = [...names].filter(
    (name) => !now.given.includes(name) || !isSame(existing.request[name], now.request[name]),
  );
  return existing.repeats === now.repeats ? differing : [...differing, 'repeats'];
}

/** Compares plain JSON, whatever the order of its members. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [membersOf(a), membersOf(b)];
  return left.length === right.length && left.every(([name, value]) => isSame(value, b[name as never]));
}

/** JSON has no members that are undefined. */
function membersOf(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, member]) => member !== undefined);
}
