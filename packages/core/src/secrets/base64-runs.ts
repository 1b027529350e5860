import type { Range } from './ranges.ts';

/** Begins where the run does: a shorter one is not tried again at each of its characters. */
const RUN = /(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{16,}/g;
/** Random bytes are hardly ever readable for so long: about once in a hundred thousand places. */
const READABLE = /[\t\n\r\x20-\x7e]{12,}/g;
/** A path or a name before the base64 may belong to the same run. */
const OFFSETS = [0, 1, 2, 3];

/** A part of a string with readable text in base64 or base64url. */
export interface Base64Run {
  readonly range: Range;
  /** The readable parts of its bytes. */
  readonly content: string;
}

/** Finds the base64 in a string whose bytes are readable. Words that only look like base64 are omitted. */
export function base64RunsIn(text: string): readonly Base64Run[] {
  return Array.from(text.matchAll(RUN)).flatMap(({ 0: run, index }) => {
    // Readable text never becomes letters of one case alone, as the names of members are.
    if (!/[A-Z]/.test(run) || !/[a-z]/.test(run)) return [];
    const content = OFFSETS.flatMap((offset) => decoded(run.slice(offset)).match(READABLE) ?? []).join('\n');
    return content === '' ? [] : [{ range: [index, index + run.length] as const, content }];
  });
}

function decoded(run: string): string {
  const base64 = run.replaceAll('-', '+').replaceAll('_', '/');
  return atob(base64.length % 4 === 1 ? base64.slice(0, -1) : base64);
}
