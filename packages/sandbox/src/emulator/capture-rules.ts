import type { Authorization, Ledger } from '../state/ledger.ts';
import { Problem } from './problem.ts';
import type { ProviderName } from '../state/provider-names.ts';

/** The authorization that is to be captured, or a `Problem` if there is none with this id. */
export function findAuthorization(ledger: Ledger, provider: ProviderName, id: string, path: string): Authorization {
  const found = ledger.authorization(provider, id);
  if (!found) throw new Problem('authorization-not-found', path, 'there is no such authorization');
  return found;
}

/** Refuses an amount that the authorization no longer covers. Checks only: recording is the caller's next step. */
export function checkAmount(
  ledger: Ledger,
  authorization: Authorization,
  minor: number | undefined,
  path: string,
): number {
  if (minor === undefined || minor <= 0) throw new Problem('invalid', path, 'does not fit the currency');
  const left = ledger.left(authorization);
  if (left === 0) throw new Problem('already-captured', path, 'nothing is left to capture');
  if (minor > left) throw new Problem('amount-too-high', path, 'more than is left to capture');
  return minor;
}
