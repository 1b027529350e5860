import type { PaymentOptionsCaptureRequest } from '@capture/paymentoptions';
import type { RequestFields } from '../request-field.ts';

/** The fields of a PaymentOptions capture, described for people. */
export const requestFields: RequestFields<PaymentOptionsCaptureRequest> = {
  authorizationId: {
    label: 'Authorization',
    help: 'The id of the authorization to capture.',
    required: true,
    kind: 'text',
    format: 'a UUID in the page’s sample',
    wireName: 'transactionId',
    source: 'example',
  },
  amount: {
    label: 'Amount',
    help: 'The authorized amount or less; the rest is released. The body names no currency: the authorization has it.',
    required: true,
    kind: 'amount',
    wireName: 'amount',
    source: 'documented',
  },
  notes: {
    label: 'Notes',
    help: 'Free text.',
    required: false,
    kind: 'text',
    format: 'at most 1000 characters',
    wireName: 'notes',
    source: 'example',
  },
  reference: {
    label: 'Reference of the authorization',
    help: 'The merchant_txn_ref that the authorization was made with. It is not sent: the answer has to repeat it.',
    required: false,
    kind: 'text',
    format: 'at most 64 characters, without /',
    wireName: 'merchant_txn_ref',
    source: 'example',
  },
};
