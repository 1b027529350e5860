import { MASK } from './secret.ts';

/** A part of a string, from its first code unit to the one after its last. */
export type Range = readonly [from: number, to: number];

/** Every match of a global pattern. */
export function matchesOf(text: string, pattern: RegExp): Range[] {
  return Array.from(text.matchAll(pattern), ({ 0: match, index }) => [index, index + match.length] as const);
}

/** Masks parts of a string. Parts that overlap become one mask. */
export function maskRanges(text: string, ranges: readonly Range[]): string {
  let masked = '';
  let end = 0;
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    if (from >= end) masked += text.slice(end, from) + MASK;
    end = Math.max(end, to);
  }
  return masked + text.slice(end);
}
