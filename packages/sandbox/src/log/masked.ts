import { TEST_CARDS } from '../emulator/test-cards.ts';

const CARD_LIKE = /\d(?:[ -]?\d){11,18}/g;
const SECURITY_CODE = /((?:cvv|cvc|security_code)\w*"?\s*[:=]\s*"?)\d{3,4}/gi;
const CREDENTIAL_HEADER = /^(?:authorization|proxy-authorization|cookie|.*(?:key|token|secret).*)$/;

/** Masks security codes, and what could be a card number unless it is a published test number. */
export function withoutCards(text: string): string {
  return text.replaceAll(SECURITY_CODE, '$1***').replaceAll(CARD_LIKE, (found) => {
    const digits = found.replaceAll(/\D/g, '');
    return passesLuhn(digits) && !TEST_CARDS.includes(digits) ? '[card number]' : found;
  });
}

/** Masks the headers that carry credentials, unless the credentials are the sandbox's. */
export function withoutCredentials(
  headers: Readonly<Record<string, string>>,
  known: readonly string[],
): Record<string, string> {
  const isKnown = (value: string) => known.some((credential) => value.includes(credential));
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      CREDENTIAL_HEADER.test(name) && !isKnown(value) ? "[not the sandbox's]" : value,
    ]),
  );
}

function passesLuhn(digits: string): boolean {
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, i) => {
      const value = Number(digit) * (i % 2 === 0 ? 1 : 2);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0;
}
