import { MASK } from './secret.ts';

/** Twelve and more digits, also in groups, that do not go on a word. It matches as far as it gets and never looks back, so that no text makes it slow. */
const RUN = /(?<![\dA-Za-z])\d(?:[ .\u00a0-]{0,2}\d){11,}/g;
/** Card networks number from 2 to 6 and 35, 36 …, so what begins with 0, 1, 7, 8 or 9 is no card. */
const CARD = /^[2-6]\d{11,18}$/;
const ZERO = '0'.charCodeAt(0);
const GROUPED = /^\d(?:[ -]?\d)*$/;

/** Masks everything that looks like a card number: 12 to 19 digits with a valid check digit, alone or in groups, also beside other digits. */
export function maskCards(text: string): string {
  if (text.length < 12) return text;
  return text.replace(RUN, (run, offset: number) => {
    const isInWord = /[A-Za-z]/.test(text.charAt(offset + run.length));
    if (!isInWord && GROUPED.test(run) && isCard(run.replace(/\D/g, ''))) return MASK;
    return maskGroups(run.split(/(\D+)/), isInWord);
  });
}

/** Masks the cards among groups of digits, which alternate with what stands between them. */
function maskGroups(parts: readonly string[], lastIsInWord: boolean): string {
  const last = parts.length - (lastIsInWord ? 3 : 1);
  let masked = '';
  for (let first = 0; first < parts.length;) {
    const end = endOfCard(parts, first, last);
    masked += (end === undefined ? (parts[first] ?? '') : MASK) + (parts[(end ?? first) + 1] ?? '');
    first = (end ?? first) + 2;
  }
  return masked;
}

/** Where the longest card number ends that begins with a group. On cards all groups but the last have four digits and more; those of dates and amounts have fewer. */
function endOfCard(parts: readonly string[], first: number, last: number): number | undefined {
  let end: number | undefined;
  let digits = '';
  for (let at = first; at <= last && digits.length < 19; at += 2) {
    const group = parts[at] ?? '';
    digits += group;
    if (isCard(digits)) end = at;
    if (group.length < 4) break;
  }
  return end;
}

function isCard(digits: string): boolean {
  return CARD.test(digits) && passesLuhn(digits);
}

/** The check of the last digit that every card number passes (ISO/IEC 7812-1). */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - place) - ZERO;
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits.length > 0 && sum % 10 === 0;
}
