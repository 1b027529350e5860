import type { Authorization, Ledger } from '../state/ledger.ts';
import { Rejection } from './rejection.ts';
import type { ProviderName } from '../state/provider-names.ts';

/** The authorization that is to be captured, or a `Rejection` if there is none with this id. */
export function findAuthorization(ledger: Ledger, provider: ProviderName, id: string, path: string): Authorization {
  const found = ledger.authorization(provider, id);
  if (!found) throw new Rejection('authorization-not-found', path, 'there is no such authorization');
  return found;
}

/** Refuses an amount that the authorization no longer covers. Checks only: recording is the caller's next step. */
export function checkAmount(
  ledger: Ledger,
  authorization: Authorization,
  minor: number | undefined,
  path: string,
): number {
  if (minor === undefined || minor <= 0) throw new Rejection('invalid', path, 'does not fit the currency');
  const remaining = ledger.remainingAmount(authorization);
  if (remaining === 0) throw new Rejection('already-captured', path, 'nothing is left to capture');
  if (minor > remaining) throw new Rejection('amount-too-high', path, 'more than is left to capture');
  return minor;
}
