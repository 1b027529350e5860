/** 12 to 19 digits, also in groups, that are not part of a longer number. Independent of the library's finer rule. */
const CARD_LIKE = /(?<![\dA-Za-z])[2-6](?:[ -]?\d){11,18}(?![\dA-Za-z])/g;
const MASK = '[secret]';

/**
 * Masks whatever still looks like a card number, or is one of `secrets`, in output for the page. The library has masked
 * it already; this is the second line of defence.
 */
export function mask(output: string, secrets: readonly string[] = []): string {
  const withoutSecrets = secrets
    .filter((secret) => secret.length >= 6)
    .reduce((rest, secret) => rest.replaceAll(secret, MASK), output);
  return withoutSecrets.replace(CARD_LIKE, (digits) => (passesLuhn(digits) ? MASK : digits));
}

/**
 * Masks every string in plain data. Property names are ours and stay, so that a secret that happens to be one of them
 * does not change the shape.
 */
export function maskStrings<Data>(data: Data, secrets: readonly string[]): Data {
  return mapStrings(data, (value) => mask(value, secrets)) as Data;
}

function mapStrings(value: unknown, change: (value: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item: unknown) => mapStrings(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, mapStrings(item, change)]));
}

function passesLuhn(number: string): boolean {
  const digits = Array.from(number.replace(/\D/g, ''), Number).reverse();
  const sum = digits.reduce((total, digit, place) => {
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
