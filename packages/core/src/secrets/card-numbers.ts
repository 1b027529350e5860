import type { Range } from './ranges.ts';

/**
 * Twelve or more digits, also in groups, that do not continue a word. It never backtracks, so that no input makes it
 * slow.
 */
const RUN = /(?<![\dA-Za-z])\d(?:[ .\u00a0-]{0,3}\d){11,}/g;
/** Payment cards begin with 2 to 6; a number that begins with 0, 1, 7, 8 or 9 is not a card number. */
const CARD = /^[2-6]\d{11,18}$/;
const ZERO = '0'.charCodeAt(0);
const GROUPED = /^\d(?:[ -]?\d)*$/;

/**
 * Finds everything that looks like a card number: 12–19 digits with a valid check digit, in groups and beside others
 * too. `isCard` may be stricter.
 */
export function cardsIn(text: string, isCard: (digits: string) => boolean = looksLikeCard): readonly Range[] {
  // Hardly any text has so many digits.
  if (text.length < 12 || text.search(RUN) < 0) return [];
  return Array.from(text.matchAll(RUN)).flatMap(({ 0: run, index }) => {
    const isInWord = /[A-Za-z]/.test(text.charAt(index + run.length));
    if (!isInWord && GROUPED.test(run) && isCard(run.replace(/\D/g, ''))) return [[index, index + run.length] as const];
    return /\D/.test(run) ? cardsAmong(groupsOf(run, index), isInWord, isCard) : [];
  });
}

/** A group of digits and its place. */
interface Group {
  readonly digits: string;
  readonly from: number;
}

function groupsOf(run: string, offset: number): Group[] {
  return Array.from(run.matchAll(/\d+/g), ({ 0: digits, index }) => ({ digits, from: offset + index }));
}

/** The cards among groups. A last group that continues as a word is part of no card. */
function cardsAmong(groups: readonly Group[], lastIsInWord: boolean, isCard: (digits: string) => boolean): Range[] {
  const candidates = lastIsInWord ? groups.slice(0, -1) : groups;
  const cards: Range[] = [];
  for (let first = 0; first < candidates.length; first += 1) {
    const last = lastOfCard(candidates, first, isCard);
    const [start, end] = [candidates[first], candidates[last ?? first]];
    if (last === undefined || !start || !end) continue;
    cards.push([start.from, end.from + end.digits.length]);
    first = last;
  }
  return cards;
}

/**
 * Index of the last group of the longest card number that begins with the group at `first`, or `undefined`. On cards
 * all groups but the last have at least four digits; those of dates and amounts have fewer.
 */
function lastOfCard(groups: readonly Group[], first: number, isCard: (digits: string) => boolean): number | undefined {
  let last: number | undefined;
  let number = '';
  for (let at = first; at < groups.length && number.length < 19; at += 1) {
    const digits = groups[at]?.digits ?? '';
    number += digits;
    if (isCard(number)) last = at;
    if (digits.length < 4) break;
  }
  return last;
}

function looksLikeCard(digits: string): boolean {
  return CARD.test(digits) && passesLuhn(digits);
}

/** Verifies the check digit of a card number (Luhn, ISO/IEC 7812-1). */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - place) - ZERO;
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits.length > 0 && sum % 10 === 0;
}
