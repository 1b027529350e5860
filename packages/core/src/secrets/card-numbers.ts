import { MASK } from './secret.ts';

/**
 * Twelve or more digits, also in groups, that do not continue a word. It never backtracks, so that no input makes it
 * slow.
 */
const RUN = /(?<![\dA-Za-z])\d(?:[ .\u00a0-]{0,2}\d){11,}/g;
/** Payment cards begin with 2 to 6; a number that begins with 0, 1, 7, 8 or 9 is not a card number. */
const CARD = /^[2-6]\d{11,18}$/;
const ZERO = '0'.charCodeAt(0);
const GROUPED = /^\d(?:[ -]?\d)*$/;

/**
 * Masks everything that looks like a card number: 12–19 digits with a valid check digit, in groups and beside others
 * too.
 */
export function maskCards(text: string): string {
  if (text.length < 12) return text;
  return text.replace(RUN, (run, offset: number) => {
    const isInWord = /[A-Za-z]/.test(text.charAt(offset + run.length));
    if (!isInWord && GROUPED.test(run) && isCard(run.replace(/\D/g, ''))) return MASK;
    return maskGroups(groupsOf(run), isInWord);
  });
}

/** A group of digits, and what separates it from the next one. */
interface Group {
  readonly digits: string;
  readonly gap: string;
}

const NO_GROUP: Group = { digits: '', gap: '' };

function groupsOf(run: string): Group[] {
  const parts = run.split(/(\D+)/);
  const groups: Group[] = [];
  for (let at = 0; at < parts.length; at += 2) groups.push({ digits: parts[at] ?? '', gap: parts[at + 1] ?? '' });
  return groups;
}

/** Masks the cards among groups. A last group that continues as a word is part of no card. */
function maskGroups(groups: readonly Group[], lastIsInWord: boolean): string {
  const candidates = lastIsInWord ? groups.slice(0, -1) : groups;
  let masked = '';
  for (let first = 0; first < groups.length;) {
    const last = lastOfCard(candidates, first);
    const { digits, gap } = groups[last ?? first] ?? NO_GROUP;
    masked += (last === undefined ? digits : MASK) + gap;
    first = (last ?? first) + 1;
  }
  return masked;
}

/**
 * Index of the last group of the longest card number that begins with the group at `first`, or `undefined`. On cards
 * all groups but the last have at least four digits; those of dates and amounts have fewer.
 */
function lastOfCard(groups: readonly Group[], first: number): number | undefined {
  let last: number | undefined;
  let number = '';
  for (let at = first; at < groups.length && number.length < 19; at += 1) {
    const { digits } = groups[at] ?? NO_GROUP;
    number += digits;
    if (isCard(number)) last = at;
    if (digits.length < 4) break;
  }
  return last;
}

function isCard(digits: string): boolean {
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
