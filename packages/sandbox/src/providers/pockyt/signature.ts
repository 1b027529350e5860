import { createHash } from 'node:crypto';
import { Rejection } from '../../emulator/rejection.ts';
import { equalSecrets } from '../../emulator/secret-compare.ts';
import { credentials } from './credentials.ts';

const md5 = (message: string) => createHash('md5').update(message, 'utf8').digest('hex');

/**
 * The `verifySign` of these fields. *third-party* (the page only says "MD5 hash value of the API token used to encrypt
 * the request message"): all fields but `verifySign`, ordered by the bytes of their names, `name=value` joined with
 * `&`, then `&` and the MD5 of the token, all of it MD5 in lower-case hex.
 */
export function verifySign(fields: Readonly<Record<string, string>>, token: string): string {
  const pairs = Object.entries(fields)
    .filter(([name]) => name !== 'verifySign')
    .sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    .map(([name, value]) => `${name}=${value}`);
  return md5([...pairs, md5(token)].join('&'));
}

/** Refuses the fields of another merchant, or fields that the token did not sign. */
export function authenticate(fields: Readonly<Record<string, string>>): void {
  const { merchantNo, storeNo, token } = credentials;
  if (fields['merchantNo'] !== merchantNo) throw new Rejection('credentials', 'merchantNo', 'no such merchant');
  if (fields['storeNo'] !== storeNo) throw new Rejection('credentials', 'storeNo', 'no such store');
  // *third-party*: an upper-case digest is refused by the provider's own verifiers, so the comparison is exact.
  if (!equalSecrets(fields['verifySign'] ?? '', verifySign(fields, token))) {
    throw new Rejection('credentials', 'verifySign', 'the signature is wrong');
  }
}
