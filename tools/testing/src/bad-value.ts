import { expect } from 'vitest';
import type { Refusal } from './issues-of.ts';
import { withMember, withoutMember } from './members.ts';
import { printedError } from './printed.ts';

/**
 * One bad value of a request or of options: a name for it, the dotted path of its field, and the value, where
 * `undefined` stands for a missing field. Then the rule that the error states, where the row holds it, and whatever is
 * unusual: another path in the error, or other strings that the error must not show.
 */
export type BadValue = readonly [
  what: string,
  field: string,
  value: unknown,
  rule?: string | undefined,
  unusual?: { readonly path?: string; readonly hidden?: readonly string[] },
];

/** A valid object with the bad value in its place, and the row that its error has to match. */
export function withBadValue(valid: object, row: BadValue): (readonly [given: object, row: BadValue])[] {
  const [what, field, value] = row;
  const changed = withMember(valid, field, value);
  if (value !== undefined) return [[changed, row]];
  // A field that is given as `undefined` is refused as well, if not always by the same rule as one that is left out.
  return [
    [withoutMember(valid, field), row],
    [changed, [what, field, value]],
  ];
}

/** Holds that an error names the field and the rule of a bad value, and never the value. */
export function expectNamed(error: Refusal, [, field, value, rule, unusual = {}]: BadValue): void {
  const { path = field, hidden = tracesOf(value) } = unusual;
  expect(error.issues).toEqual([{ path, rule: rule ?? (expect.any(String) as unknown) }]);
  for (const trace of hidden) expect(printedError(error)).not.toContain(trace);
}

/** The parts of a bad value that no error may repeat. The rows plant the word "planted", or break it after "pl". */
function tracesOf(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(tracesOf);
  const trace = typeof value === 'number' && value !== 0 ? String(Math.abs(value)) : value;
  if (typeof trace !== 'string' || trace === '') return [];
  return trace.includes('anted') ? [trace, 'anted'] : [trace];
}
