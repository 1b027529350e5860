import { createHmac } from 'node:crypto';
import { Rejection } from '../../emulator/rejection.ts';
import { equalSecrets } from '../../emulator/secret-compare.ts';
import { credentials } from './credentials.ts';

/**
 * The signature base string. *documented*: "Arrange the parameters alphabetically from A to Z", then "the length for
 * each parameters with its value side by side". *third-party*: names are not in it, and a length counts characters
 * (code points).
 */
export function baseString(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .filter(([name]) => name !== 'hash')
    .sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    .map(([, value]) => `${String(Array.from(value).length)}${value}`)
    .join('');
}

/**
 * *documented*: SHA-256 with the "merchant password as Shared secret key". *third-party*: that is HMAC, in lower-case
 * hex.
 */
export function hash(fields: Readonly<Record<string, string>>, password: string): string {
  return createHmac('sha256', password).update(baseString(fields), 'utf8').digest('hex');
}

/** Refuses the fields of another merchant, or fields that the password did not sign. */
export function authenticate(fields: Readonly<Record<string, string>>): void {
  if (fields['merchant'] !== credentials.merchant) throw new Rejection('credentials', 'merchant', 'no such merchant');
  if (!equalSecrets(fields['hash'] ?? '', hash(fields, credentials.password))) {
    throw new Rejection('credentials', 'hash', 'the hash is wrong');
  }
}
