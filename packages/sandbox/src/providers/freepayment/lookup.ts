import { readSegment } from '../../emulator/decode.ts';
import type { Desk } from '../../emulator/emulator.ts';
import type { Answer, CallRequest } from '../../emulator/http-types.ts';
import { Problem } from '../../emulator/problem.ts';
import { authenticate } from './credentials.ts';
import { authorizationTransaction, captureTransaction } from './transaction.ts';

/** Where transactions are asked for: by the provider's uid, or by the merchant's tracking_id. */
export const LOOKUP_PATH = /^\/transactions\/(tracking_id\/)?([^/]+)$/;

/**
 * *peer*: one `transaction` for a uid; a list, `transactions`, for a tracking_id, which holds the authorization and all
 * its captures. *guess*: newest first, and an empty list for a tracking_id that nobody used.
 */
export function lookup(call: CallRequest, { ledger }: Desk): Answer {
  authenticate(call);
  const [, isByTrackingId, segment = ''] = LOOKUP_PATH.exec(call.path) ?? [];
  const wanted = readSegment(segment);
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
  if (!transaction) throw new Problem('transaction-not-found', 'uid', 'is unknown');
  return { status: 200, body: { transaction } };
}
