import { Rejection } from '../../emulator/rejection.ts';
import type { Ledger } from '../../state/ledger.ts';
import type { Authorization, Capture, Reversal } from '../../state/transactions.ts';

/** The operations that were sent with this merchant_trx_id: at most one. */
export interface FoundOperation {
  readonly authorization?: Authorization | undefined;
  readonly capture?: Capture | undefined;
  readonly reversal?: Reversal | undefined;
}

/** *third-party*: the status page names sales, cancellations and returns as well; each has an id of its own. */
export function operationWith(ledger: Ledger, id: string): FoundOperation {
  const { authorizations, captures, reversals } = ledger.withReference('payfull', id);
  return {
    // One that no request made may share its reference with a capture.
    authorization: authorizations.find(({ details }) => details?.['operationId'] === id),
    capture: captures.find(({ reference }) => reference === id),
    reversal: reversals.find(({ reference }) => reference === id),
  };
}

/** *documented*: "a unique id value for the operation". *assumed*: a repeated one is refused. */
export function checkUnused(ledger: Ledger, id: string | undefined): void {
  if (id === undefined) return;
  const { authorization, capture, reversal } = operationWith(ledger, id);
  if (authorization ?? capture ?? reversal) {
    throw new Rejection('duplicate-reference', 'merchant_trx_id', 'was used before');
  }
}
