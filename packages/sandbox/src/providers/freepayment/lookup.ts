import type { EmulatorContext } from '../../emulator/emulator.ts';
import type { EmulatorRequest, EmulatorResponse } from '../../emulator/http-types.ts';
import { readPathSegment } from '../../emulator/read-body.ts';
import { Rejection } from '../../emulator/rejection.ts';
import { authenticate } from './credentials.ts';
import { authorizationTransaction, captureTransaction, reversalTransaction } from './transaction.ts';

/** The path of a lookup: by the provider's uid, or by the merchant's tracking_id. */
export const LOOKUP_PATH = /^\/transactions\/(tracking_id\/)?([^/]+)$/;

/**
 * *third-party*: one `transaction` for a uid; a list, `transactions`, for a tracking_id, which contains the
 * authorization and all its captures, and what else carries it. *assumed*: newest first, and an empty list for an
 * unknown tracking_id.
 */
export function lookup(request: EmulatorRequest, { ledger }: EmulatorContext): EmulatorResponse {
  authenticate(request);
  const [, isByTrackingId, segment = ''] = LOOKUP_PATH.exec(request.path) ?? [];
  const requested = readPathSegment(segment);
  const { authorizations, captures, reversals } = isByTrackingId
    ? ledger.withReference('freepayment', requested)
    : {
        authorizations: [ledger.authorization('freepayment', requested)].filter((one) => one !== undefined),
        captures: ledger.capturesOf('freepayment', { captureId: requested }),
        reversals: [ledger.reversal('freepayment', requested)].filter((one) => one !== undefined),
      };
  const transactions = [
    ...authorizations.map(authorizationTransaction),
    ...captures.map(captureTransaction),
    ...reversals.map(reversalTransaction),
  ].reverse();
  if (isByTrackingId) return { status: 200, body: { transactions } };
  const [transaction] = transactions;
  if (!transaction) throw new Rejection('transaction-not-found', 'uid', 'is unknown');
  return { status: 200, body: { transaction } };
}
