import { readPathSegment } from '../../emulator/read-body.ts';
import type { EmulatorContext } from '../../emulator/emulator.ts';
import type { EmulatorRequest, EmulatorResponse } from '../../emulator/http-types.ts';
import { Rejection } from '../../emulator/rejection.ts';
import { authenticate } from './credentials.ts';
import { authorizationTransaction, captureTransaction } from './transaction.ts';

/** Where transactions are asked for: by the provider's uid, or by the merchant's tracking_id. */
export const LOOKUP_PATH = /^\/transactions\/(tracking_id\/)?([^/]+)$/;

/**
 * *peer*: one `transaction` for a uid; a list, `transactions`, for a tracking_id, which holds the authorization and all
 * its captures. *guess*: newest first, and an empty list for a tracking_id that nobody used.
 */
export function lookup(call: EmulatorRequest, { ledger }: EmulatorContext): EmulatorResponse {
  authenticate(call);
  const [, isByTrackingId, segment = ''] = LOOKUP_PATH.exec(call.path) ?? [];
  const wanted = readPathSegment(segment);
  const isWanted = (id: string, reference: string | undefined) =>
    // *page*: a tracking_id "can be multiple values separated with semicolons", and any of them finds it.
    isByTrackingId ? wanted === reference || reference?.split(';').includes(wanted) : wanted === id;
  const transactions = [
    ...ledger.authorizations
      .filter((one) => one.provider === 'freepayment' && isWanted(one.id, one.reference))
      .map(authorizationTransaction),
    ...ledger
      .capturesOf('freepayment', {})
      .filter((one) => isWanted(one.captureId, one.reference))
      .map(captureTransaction),
  ].reverse();
  if (isByTrackingId) return { status: 200, body: { transactions } };
  const [transaction] = transactions;
  if (!transaction) throw new Rejection('transaction-not-found', 'uid', 'is unknown');
  return { status: 200, body: { transaction } };
}
