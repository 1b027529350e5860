import { InvalidRequestError, type InputIssue } from '../errors/invalid-input.ts';
import { createRedactor } from '../secrets/redaction.ts';
import { Secret, unwrap } from '../secrets/secret.ts';
import { pathOfKeys } from './validation.ts';

const RULE = 'must not contain a secret of this request or of the options';

/**
 * The length from which a secret is refused inside other text. Shorter ones are in ordinary words and numbers, so they
 * are refused where the string is nothing else.
 */
const LONG = 8;

/** Text that names a security code. Without it, the three digits of one are any number: `table 737`. */
const NAMES_CODE = /cv[vcn]|csc|security.?code/i;

/**
 * Refuses a request or keys with a secret in plain text, where providers store it and results and hooks show it. Throws
 * {@link InvalidRequestError}, which names the path and never the value.
 */
export function checkNoSecretInText(provider: string, checked: object, secrets: readonly Secret[]): void {
  const values = secrets.map(unwrap);
  const isLong = (secret: Secret): boolean => unwrap(secret).length >= LONG;
  const long = createRedactor(() => secrets.filter(isLong));
  const short = createRedactor(() => secrets.filter((secret) => !isLong(secret)));
  const isSecret = ({ text }: PlainText): boolean => values.includes(text.trim());
  const holdsSecret = (text: string): boolean =>
    long.holdsSecret(text) || (NAMES_CODE.test(text) && short.holdsSecret(text.replace(/[^\dA-Za-z]+/g, ' ')));
  const strings = stringsIn(checked);
  // Nearly every request is clean, and one search of all of it is far cheaper than one of each string. No secret and no
  // escape goes on in the next line.
  const all = strings.map(({ text }) => text).join('\n');
  if (!long.holdsSecret(all) && !NAMES_CODE.test(all) && !strings.some(isSecret)) return;
  const issues: InputIssue[] = strings
    .filter((one) => isSecret(one) || holdsSecret(one.text))
    .map(({ keys }) => ({ path: pathOfKeys(keys), rule: RULE }));
  if (issues.length > 0) throw new InvalidRequestError({ provider, issues });
}

/** A string of a request, and the names that lead to it. */
interface PlainText {
  readonly keys: readonly string[];
  readonly text: string;
}

/** Every plain string in data. */
function stringsIn(value: unknown, keys: readonly string[] = [], found: PlainText[] = []): PlainText[] {
  if (typeof value === 'string') found.push({ keys, text: value });
  if (typeof value !== 'object' || value === null || Secret.is(value)) return found;
  const members = Object.entries(value);
  // Beside a secret: the expiry date of a card, whose year can be the same as a security code.
  const besideSecret = members.some(([, item]) => Secret.is(item));
  for (const [key, item] of members)
    if (!besideSecret || typeof item !== 'string') stringsIn(item, [...keys, key], found);
  return found;
}
