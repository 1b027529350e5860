import type { EmulatorContext } from '../../emulator/emulator.ts';
import type { EmulatorRequest, EmulatorResponse } from '../../emulator/http-types.ts';
import { readPathSegment } from '../../emulator/read-body.ts';
import { Rejection } from '../../emulator/rejection.ts';
import { formatMajor, type Money } from '../../state/money.ts';
import { authenticate } from './credentials.ts';
import { isoSeconds } from './envelope.ts';

/** The path of a lookup. */
export const DETAILS_PATH = /^\/v1\/payments\/transactions\/([^/]+)$/;

const STATUSES = { captured: 'Captured', pending: 'Pending', declined: 'Declined' } as const;

interface TransactionDetails {
  readonly status: string;
  readonly amount: Money;
  readonly reference?: string;
  readonly at: Date;
}

/**
 * *third-party*: by the provider's id only, with the amount as a number called authorized_amount. It is undocumented
 * whether the id of an authorization shows a later capture. It does not, unless `lookupShowsLaterCaptures` is set.
 */
export function lookup(request: EmulatorRequest, context: EmulatorContext): EmulatorResponse {
  authenticate(request);
  const id = readPathSegment(DETAILS_PATH.exec(request.path)?.[1] ?? '');
  const { status, amount, reference, at } = find(id, context);
  return {
    status: 200,
    body: {
      status: 'success',
      message: 'Transaction details',
      data: {
        // *third-party*: these members. *assumed*: their place, where the response to a capture does not show it.
        transaction_info: {
          type: 'transaction_details_response',
          reference_code: reference ?? '',
          transaction_id: id,
          status,
          response_code: status === 'Declined' ? '05' : '00',
          created_at: isoSeconds(at),
        },
        order_info: {
          amount_details: { authorized_amount: Number(formatMajor(amount)), currency: amount.currency },
        },
      },
    },
  };
}

function find(id: string, { ledger, lookupShowsLaterCaptures }: EmulatorContext): TransactionDetails {
  const [capture] = ledger.capturesOf('firstoken', { captureId: id });
  if (capture) return { ...capture, status: STATUSES[capture.state] };
  const reversal = ledger.reversal('firstoken', id);
  if (reversal) return { ...reversal, status: 'Reversed' };
  const authorization = ledger.authorization('firstoken', id);
  if (!authorization) throw new Rejection('transaction-not-found', 'id', 'no such transaction');
  const laterCapture = ledger
    .capturesOf('firstoken', { authorizationId: id })
    .findLast((one) => one.state === 'captured');
  if (lookupShowsLaterCaptures && laterCapture) return { ...laterCapture, status: 'Captured' };
  // *assumed*: a reversal is a transaction of its own, so the authorization stays what it was.
  return { ...authorization, status: authorization.state === 'declined' ? 'Declined' : 'Authorized' };
}
