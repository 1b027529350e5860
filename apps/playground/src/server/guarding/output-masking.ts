/** 12 to 19 digits, also in groups, that are not part of a longer number: a rule of its own, beside the finer one of the library. */
const CARD_LIKE = /(?<![\dA-Za-z])[2-6](?:[ -]?\d){11,18}(?![\dA-Za-z])/g;
const MASK = '[secret]';

/**
 * The last look at everything that goes to the page: the library has masked it already, and here whatever still looks like a card number, or is one of `secrets`, is
 * masked once more.
 */
export function mask(text: string, secrets: readonly string[] = []): string {
  const withoutSecrets = secrets
    .filter((secret) => secret.length >= 6)
    .reduce((rest, secret) => rest.replaceAll(secret, MASK), text);
  return withoutSecrets.replace(CARD_LIKE, (digits) => (passesLuhn(digits) ? MASK : digits));
}

/** The same for every text in plain data. Its names are ours and stay, so that a secret that happens to be one of them changes no shape. */
export function maskStrings<Data>(data: Data, secrets: readonly string[]): Data {
  return mapStrings(data, (text) => mask(text, secrets)) as Data;
}

function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item: unknown) => mapStrings(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, mapStrings(item, change)]));
}

function passesLuhn(text: string): boolean {
  const digits = Array.from(text.replace(/\D/g, ''), Number).reverse();
  const sum = digits.reduce((total, digit, place) => {
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
