import type { Range } from './ranges.ts';

const UNIT = /[A-Za-z0-9+/_-]/;
/** By code unit: true where it is one of base64 or base64url. */
const IS_UNIT: readonly boolean[] = Array.from({ length: 128 }, (_, code) => UNIT.test(String.fromCharCode(code)));
const SHORTEST = 16;
/** Random bytes are hardly ever readable for so long: about once in a hundred thousand places. */
const READABLE = /[\t\n\r\x20-\x7e]{12,}/g;
/** The units with which the bytes of readable text begin, in every third byte. Most ids fail it at any offset. */
const MIGHT_BE_READABLE = /[CDI-Za-f](?:.{3}[CDI-Za-f]){3}/;
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
  return runsIn(text).flatMap((range) => {
    const run = text.slice(...range);
    // Readable text never becomes letters of one case alone, as the names of members are.
    if (!MIGHT_BE_READABLE.test(run) || !/[A-Z]/.test(run) || !/[a-z]/.test(run)) return [];
    const content = OFFSETS.flatMap((offset) => decoded(run.slice(offset)).match(READABLE) ?? []).join('\n');
    return content === '' ? [] : [{ range, content }];
  });
}

/** Every longest run of base64 units. One that is long enough has a unit at every sixteenth place that is tried. */
function runsIn(text: string): Range[] {
  const runs: Range[] = [];
  const isUnit = (at: number): boolean => IS_UNIT[text.charCodeAt(at)] === true;
  for (let at = SHORTEST - 1; at < text.length; at += SHORTEST) {
    if (!isUnit(at)) continue;
    let from = at;
    while (isUnit(from - 1)) from -= 1;
    while (isUnit(at)) at += 1;
    if (at - from >= SHORTEST) runs.push([from, at]);
  }
  return runs;
}

function decoded(run: string): string {
  const base64 = run.replaceAll('-', '+').replaceAll('_', '/');
  return atob(base64.length % 4 === 1 ? base64.slice(0, -1) : base64);
}
