import type { EmulatorContext } from '../../emulator/emulator.ts';
import type { EmulatorRequest, EmulatorResponse } from '../../emulator/http-types.ts';
import { readPathSegment } from '../../emulator/read-body.ts';
import { Rejection } from '../../emulator/rejection.ts';
import { authenticate } from './credentials.ts';
import { authorizationTransaction, captureTransaction } from './transaction.ts';

/** The path of a lookup: by the provider's uid, or by the merchant's tracking_id. */
export const LOOKUP_PATH = /^\/transactions\/(tracking_id\/)?([^/]+)$/;

/**
 * *third-party*: one `transaction` for a uid; a list, `transactions`, for a tracking_id, which contains the
 * authorization and all its captures. *assumed*: newest first, and an empty list for an unknown tracking_id.
 */
export function lookup(request: EmulatorRequest, { ledger }: EmulatorContext): EmulatorResponse {
  authenticate(request);
  const [, isByTrackingId, segment = ''] = LOOKUP_PATH.exec(request.path) ?? [];
  const requested = readPathSegment(segment);
  const matches = (id: string, reference: string | undefined) =>
    // *documented*: a tracking_id "can be multiple values separated with semicolons", and each of them matches.
    isByTrackingId ? requested === reference || reference?.split(';').includes(requested) : requested === id;
  const transactions = [
    ...ledger.authorizations
      .filter((one) => one.provider === 'freepayment' && matches(one.id, one.reference))
      .map(authorizationTransaction),
    ...ledger
      .capturesOf('freepayment', {})
      .filter((one) => matches(one.captureId, one.reference))
      .map(captureTransaction),
  ].reverse();
  if (isByTrackingId) return { status: 200, body: { transactions } };
  const [transaction] = transactions;
  if (!transaction) throw new Rejection('transaction-not-found', 'uid', 'is unknown');
  return { status: 200, body: { transaction } };
}
