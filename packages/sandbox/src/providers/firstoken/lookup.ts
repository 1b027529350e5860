import { readPathSegment } from '../../emulator/read-body.ts';
import type { EmulatorContext } from '../../emulator/emulator.ts';
import type { EmulatorRequest, EmulatorResponse } from '../../emulator/http-types.ts';
import { formatMajor, type Money } from '../../state/money.ts';
import { Rejection } from '../../emulator/rejection.ts';
import { authenticate } from './credentials.ts';
import { isoSeconds } from './envelope.ts';

/** Where a transaction is asked for. */
export const DETAILS_PATH = /^\/v1\/payments\/transactions\/([^/]+)$/;

const STATUS_WORDS = { captured: 'Captured', pending: 'Pending', declined: 'Declined' } as const;

interface Shown {
  readonly status: string;
  readonly amount: Money;
  readonly reference?: string;
  readonly at: Date;
}

/**
 * *peer*: by the provider's id only, with the amount as a number called authorized_amount. Whether the id of an
 * authorization shows a later capture is documented nowhere, so it does not, unless `lookupShowsLaterCaptures` asks for it.
 */
export function lookup(call: EmulatorRequest, context: EmulatorContext): EmulatorResponse {
  authenticate(call);
  const id = readPathSegment(DETAILS_PATH.exec(call.path)?.[1] ?? '');
  const { status, amount, reference, at } = find(id, context);
  return {
    status: 200,
    body: {
      status: 'success',
      message: 'Transaction details',
      data: {
        // *peer*: these members. *guess*: where they stand, as far as the capture's answer does not show it.
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

function find(id: string, { ledger, lookupShowsLaterCaptures }: EmulatorContext): Shown {
  const [capture] = ledger.capturesOf('firstoken', { captureId: id });
  if (capture) return { ...capture, status: STATUS_WORDS[capture.state] };
  const authorization = ledger.authorization('firstoken', id);
  if (!authorization) throw new Rejection('transaction-not-found', 'id', 'no such transaction');
  const child = ledger.capturesOf('firstoken', { authorizationId: id }).findLast((one) => one.state === 'captured');
  if (lookupShowsLaterCaptures && child) return { ...child, status: 'Captured' };
  return { ...authorization, status: 'Authorized' };
}
