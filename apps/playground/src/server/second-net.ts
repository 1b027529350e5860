/** As in `@capture/core`: 12 to 19 digits, also in groups, that are not part of a longer number. */
const CARD_LIKE = /(?<![\dA-Za-z])[2-6](?:[ -]?\d){11,18}(?![\dA-Za-z])/g;
const MASK = '[secret]';

/**
 * The last look at everything that goes to the page: the library has masked it already, and here whatever still looks like a card number, or is one of `secrets`, is
 * masked once more.
 */
export function masked(text: string, secrets: readonly string[] = []): string {
  const withoutSecrets = secrets
    .filter((secret) => secret.length >= 6)
    .reduce((rest, secret) => rest.replaceAll(secret, MASK), text);
  return withoutSecrets.replace(CARD_LIKE, (digits) => (passesLuhn(digits) ? MASK : digits));
}

function passesLuhn(text: string): boolean {
  const digits = Array.from(text.replace(/\D/g, ''), Number).reverse();
  const sum = digits.reduce((total, digit, place) => {
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
