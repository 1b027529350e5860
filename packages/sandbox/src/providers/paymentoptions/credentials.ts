import type { EmulatorRequest } from '../../emulator/http-types.ts';
import { Rejection } from '../../emulator/rejection.ts';
import { equalSecrets } from '../../emulator/secret-compare.ts';

/** The credentials a client needs. *documented*: the placeholders of the page, so that its example runs as printed. */
export const credentials = {
  apiKey: '<api-key>',
  /** *documented*: the whole value of the `Authorization` header. */
  authorization: 'Basic YOUR_API_KEY_HERE',
  merchantId: '< Merchant ID >',
} as const;

/** Refuses another merchant. */
export function checkMerchant(id: string): void {
  if (id !== credentials.merchantId) throw new Rejection('credentials', 'merchant_id', 'no such merchant');
}

/**
 * *documented*: both headers are required, and Authorization has the "Format: 'Basic YOUR_API_KEY_HERE'". The curl
 * example prints the placeholder of the other key there, so an account with one key for both headers is accepted as
 * well.
 */
export function authenticate({ headers }: EmulatorRequest): void {
  const { apiKey, authorization } = credentials;
  const sent = headers['authorization'] ?? '';
  // *third-party*: the vendor's manual sends the key in base64; its portal shows both forms.
  const keys = [authorization.slice('Basic '.length), apiKey];
  const forms = keys.flatMap((key) => [key, Buffer.from(key).toString('base64')]);
  const isKnown = forms.some((form) => equalSecrets(sent, `Basic ${form}`));
  if (!isKnown) throw new Rejection('credentials', 'Authorization', 'the key is wrong');
  if (!equalSecrets(headers['x-api-key'] ?? '', apiKey))
    throw new Rejection('credentials', 'x-api-key', 'the key is wrong');
}
