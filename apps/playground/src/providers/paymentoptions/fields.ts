import type { PaymentOptionsCaptureRequest } from '@capture/paymentoptions';
import type { RequestFields } from '../request-field.ts';

/** The fields of a PaymentOptions capture, with labels and help for the form. */
export const requestFields: RequestFields<PaymentOptionsCaptureRequest> = {
  authorizationId: {
    label: 'Authorization',
    help: 'Id of the authorization to capture.',
    required: true,
    kind: 'string',
    format: 'a UUID in the page’s example',
    wireName: 'transactionId',
    source: 'example',
  },
  amount: {
    label: 'Amount',
    help: 'The authorized amount or less; the rest is released. Sent without a currency, which the authorization determines.',
    required: true,
    kind: 'amount',
    wireName: 'amount',
    source: 'documented',
  },
  notes: {
    label: 'Notes',
    help: 'Free text.',
    required: false,
    kind: 'string',
    format: 'at most 1000 characters',
    wireName: 'notes',
    source: 'example',
  },
  reference: {
    label: 'Reference of the authorization',
    help: 'The merchant_txn_ref of the authorization. Not sent: the response must repeat it.',
    required: false,
    kind: 'string',
    format: 'at most 64 characters, without /',
    wireName: 'merchant_txn_ref',
    source: 'example',
  },
};
