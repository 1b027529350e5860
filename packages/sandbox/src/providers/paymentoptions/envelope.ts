import type { JsonObject } from '../../emulator/json.ts';
import type { DeclineReason } from '../../state/capture-state.ts';
import type { Authorization, Capture, Reversal } from '../../state/transactions.ts';
import { formatMajor, type Money } from '../../state/money.ts';
import { credentials } from './credentials.ts';

interface Transaction {
  readonly statusCode: number;
  readonly type: 'CAPTURE' | 'PRE_AUTH' | 'VOID' | 'REFUND';
  readonly gateway: { readonly type: 'INFO' | 'ERROR'; readonly code: string; readonly message: string };
  readonly responseCode: number;
  readonly id: string;
  readonly amount: Money;
  readonly at: Date;
  readonly details: JsonObject;
}

/**
 * The response about a transaction. *example*: every member and its place. The card is the page's own test card,
 * unmasked: this provider repeats the card number in its responses, and a client has to handle that.
 */
export function envelope(transaction: Transaction, reference: string): JsonObject {
  const { statusCode, type, gateway, responseCode, id, amount, at, details } = transaction;
  return {
    success: gateway.type === 'INFO',
    status_code: statusCode,
    is_live: false,
    transaction_type: type,
    gateway_response: { version: '1', ...gateway },
    merchant_details: { legal_name: 'Tink15 Factory', mid: credentials.merchantId, merchant_txn_ref: reference },
    payment_details: {
      amount: Number(formatMajor(amount)),
      response_code: responseCode,
      auth_code: details['authCode'] ?? '',
      currency: amount.currency,
      payment_method: 'ECMC-SSL',
      scheme: 'MASTERCARD',
      card: { name: 'John Doe', number: '5200000000001005', exp_month: '12', exp_year: '24' },
      additional_data: { payment_data_source: { type: 'card' } },
    },
    transaction_details: { id, ref: details['ref'] ?? 0, timestamp: at.toISOString(), merchant_txn_ref: reference },
  };
}

/**
 * *third-party*: the response codes are in the vendor's manual of 2023, and ERR3001 with -8000 is a published pair.
 * *assumed*: that a declined capture looks like it, and the gateway code beside the others.
 */
const DECLINES: Readonly<Record<DeclineReason, readonly [code: string, responseCode: number, message: string]>> = {
  'insufficient-funds': ['ERR1000', 51, 'Insufficient funds'],
  'do-not-honor': ['ERR1000', 5, 'Do not honour'],
  'expired-card': ['ERR1000', 54, 'Expired card'],
  'suspected-fraud': ['ERR3001', -8000, 'The transaction is restricted.'],
  'invalid-card': ['ERR1000', 14, 'Invalid card number'],
  'wrong-cvv': ['ERR1000', 580, 'Security Code is incorrect'],
  declined: ['ERR1000', 5, 'Declined'],
};

/** *example*: code INFO0001 and response_code 0 for a capture. */
export function captureEnvelope(capture: Capture, statusCode: number): JsonObject {
  const declined = capture.state === 'declined' ? DECLINES[capture.reason ?? 'declined'] : undefined;
  const [code, responseCode, message] = declined ?? ['INFO0001', 0, 'Amount successfully captured.'];
  const gateway = { type: declined ? 'ERROR' : 'INFO', message, code } as const;
  return envelope(
    { ...capture, id: capture.captureId, type: 'CAPTURE', statusCode, gateway, responseCode },
    capture.reference ?? '',
  );
}

/** *third-party*: INFO0000 and PRE_AUTH for an authorization, which stays what it is when it is voided. */
export function authorizationEnvelope(authorization: Authorization, statusCode: number): JsonObject {
  const declined = authorization.state === 'declined' ? DECLINES[authorization.reason ?? 'declined'] : undefined;
  const [code, responseCode, message] = declined ?? ['INFO0000', 0, 'Payment successfully authorised.'];
  const gateway = { type: declined ? 'ERROR' : 'INFO', message, code } as const;
  const { details = {}, reference = '' } = authorization;
  return envelope({ ...authorization, type: 'PRE_AUTH', statusCode, gateway, responseCode, details }, reference);
}

/** *third-party*: INFO0003 for a void and INFO0002 for a refund. *assumed*: the messages. */
export function reversalEnvelope(reversal: Reversal, statusCode: number): JsonObject {
  const [type, code, message] =
    reversal.kind === 'void'
      ? (['VOID', 'INFO0003', 'Authorisation successfully cancelled.'] as const)
      : (['REFUND', 'INFO0002', 'Amount successfully refunded.'] as const);
  const gateway = { type: 'INFO', message, code } as const;
  return envelope({ ...reversal, type, statusCode, gateway, responseCode: 0 }, reversal.reference ?? '');
}
