import type { Ledger } from '../state/ledger.ts';
import type { ProviderName } from '../state/provider-names.ts';
import { isExpired, type Authorization } from '../state/transactions.ts';
import type { EmulatorContext } from './emulator.ts';
import { Rejection } from './rejection.ts';

/** The authorization to capture or to void. Throws a `Rejection` if there is none with this id, or if it has ended. */
export function findAuthorization(
  { ledger, now }: EmulatorContext,
  provider: ProviderName,
  id: string,
  path: string,
): Authorization {
  const found = ledger.authorization(provider, id);
  if (!found) throw new Rejection('authorization-not-found', path, 'there is no such authorization');
  if (found.state === 'voided') throw new Rejection('authorization-voided', path, 'the authorization was voided');
  if (found.state !== 'authorized') {
    throw new Rejection('authorization-not-approved', path, 'the authorization was not approved');
  }
  if (isExpired(found, now())) throw new Rejection('authorization-expired', path, 'the authorization has expired');
  return found;
}

/** The amount to capture. Throws a `Rejection` if the authorization no longer covers it. Records nothing. */
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
