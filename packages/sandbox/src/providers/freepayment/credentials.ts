import type { CallRequest } from '../../emulator/http-types.ts';
import { Problem } from '../../emulator/problem.ts';
import { equalSecrets } from '../../emulator/secret-compare.ts';

/** What a client of the emulator needs. The page prints no credential; these are made up. */
export const credentials = { shopId: '12345', secretKey: 'sandbox-secret-key' } as const;

/** *peer*: HTTP Basic, the shop id as user and its secret key as password. */
export function basicAuthorization(): string {
  return `Basic ${Buffer.from(`${credentials.shopId}:${credentials.secretKey}`).toString('base64')}`;
}

/** Refuses another shop, or a wrong key. */
export function authenticate({ headers }: CallRequest): void {
  if (!equalSecrets(headers['authorization'] ?? '', basicAuthorization())) {
    throw new Problem('credentials', '', 'Invalid shop_id/secret_key.');
  }
}
