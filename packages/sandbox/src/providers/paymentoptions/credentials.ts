import { equalSecrets } from '../../emulator/secret-compare.ts';
import { Rejection } from '../../emulator/rejection.ts';
import type { EmulatorRequest } from '../../emulator/http-types.ts';

/** What a client of the emulator needs. *page*: the placeholders that the page prints, so that its example runs as printed. */
export const credentials = {
  apiKey: '<api-key>',
  /** *page*: the whole value of the `Authorization` header. */
  authorization: 'Basic YOUR_API_KEY_HERE',
  merchantId: '< Merchant ID >',
} as const;

/**
 * *page*: both headers are required, and Authorization has the "Format: 'Basic YOUR_API_KEY_HERE'". The curl sample
 * prints the placeholder of the other key there, so an account with one key for both headers is accepted as well.
 */
export function authenticate({ headers }: EmulatorRequest): void {
  const { apiKey, authorization } = credentials;
  const sent = headers['authorization'] ?? '';
  const isKnown = [authorization, `Basic ${apiKey}`].some((value) => equalSecrets(sent, value));
  if (!isKnown) throw new Rejection('credentials', 'Authorization', 'the key is wrong');
  if (!equalSecrets(headers['x-api-key'] ?? '', apiKey))
    throw new Rejection('credentials', 'x-api-key', 'the key is wrong');
}
