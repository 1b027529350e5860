import type { EmulatorRequest } from '../../emulator/http-types.ts';
import { Rejection } from '../../emulator/rejection.ts';
import { equalSecrets } from '../../emulator/secret-compare.ts';

/** The credentials a client needs. The page prints none; these are made up. */
export const credentials = { shopId: '12345', secretKey: 'sandbox-secret-key' } as const;

/** *third-party*: HTTP Basic, the shop id as user and its secret key as password. */
export function basicAuthorization(): string {
  return `Basic ${Buffer.from(`${credentials.shopId}:${credentials.secretKey}`).toString('base64')}`;
}

/** Refuses another shop, or a wrong key. */
export function authenticate({ headers }: EmulatorRequest): void {
  if (!equalSecrets(headers['authorization'] ?? '', basicAuthorization())) {
    throw new Rejection('credentials', '', 'Invalid shop_id/secret_key.');
  }
}
