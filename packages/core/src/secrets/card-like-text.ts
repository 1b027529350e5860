import { cardsIn, passesLuhn } from './card-numbers.ts';
import { unescapedForms } from './escapes.ts';

/**
 * The lengths that the card networks issue, by the beginning of the number. Narrower than what is masked: of any
 * numbers one in ten passes the check digit, and order numbers, timestamps, phone numbers and article codes (EAN) must
 * not be refused. So 13 digits, an obsolete length that article codes have, are absent.
 */
const NETWORK_CARD = new RegExp(
  `^(?:${[
    // Visa; Mastercard; Mir; Discover; JCB.
    '4\\d{15}',
    '(?:5[1-5]\\d{2}|222[1-9]|22[3-9]\\d|2[3-6]\\d{2}|27[01]\\d|2720)\\d{12}',
    '220[0-4]\\d{12}',
    '(?:6011|64[4-9]\\d|65\\d{2})\\d{12}',
    '35(?:2[89]|[3-8]\\d)\\d{12}',
    // American Express; Diners Club; UnionPay; Maestro.
    '3[47]\\d{13}',
    '3(?:0[0-5]|[689]\\d)\\d{11}',
    '62\\d{14,17}',
    '(?:5018|5020|5038|6304|6759|676[1-3])\\d{12}(?:\\d{2,3})?',
  ].join('|')})$`,
);

/** Digits in the form of a UUID or an IBAN belong to no card. */
const OTHER_NUMBERS = /\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b|\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}\b/gi;

/** True where a caller's text contains a number that a card network may have issued, in any grouping or escape. */
export function holdsCardLikeNumber(text: string): boolean {
  return unescapedForms(text).some((form) => cardsIn(form.replace(OTHER_NUMBERS, ''), isNetworkCard).length > 0);
}

function isNetworkCard(digits: string): boolean {
  return NETWORK_CARD.test(digits) && passesLuhn(digits);
}
