import type { PayfullCaptureRequest } from '@capture/payfull';
import type { RequestFields } from '../request-field.ts';

/** The fields of a Payfull capture, with labels and help for the form. */
export const requestFields: RequestFields<PayfullCaptureRequest> = {
  authorizationId: {
    label: 'Authorization',
    help: 'Id of the preauthorization to capture.',
    required: true,
    kind: 'string',
    format: 'up to 64 letters, digits and ._:-',
    wireName: 'transaction_id',
    source: 'documented',
  },
  amount: {
    label: 'Amount',
    help: 'Amount to capture. Sent with two decimals and without a currency, which the authorization determines.',
    required: true,
    kind: 'amount',
    choices: ['TRY', 'USD', 'EUR', 'GBP'],
    wireName: 'total',
    source: 'documented',
  },
  clientIp: {
    label: 'Client IP address',
    help: 'IP address of the client that sends the payment.',
    required: true,
    kind: 'string',
    format: 'IPv4 or IPv6',
    wireName: 'client_ip',
    source: 'documented',
  },
  reference: {
    label: 'Your reference',
    help: 'Your own unique id of this capture. A lost response is looked up with it. Default: generated.',
    required: false,
    kind: 'string',
    format: 'at most 64 characters, without /',
    wireName: 'merchant_trx_id',
    source: 'documented',
  },
  notes: {
    label: 'Notes',
    help: 'Stored with the payment and repeated in the response.',
    required: false,
    kind: 'string',
    format: 'at most 1000 characters',
    wireName: 'passive_data',
    source: 'documented',
  },
  language: {
    label: 'Language of messages',
    help: 'Language of Payfull’s messages. Default: the client’s `language`.',
    required: false,
    kind: 'choice',
    choices: ['en', 'tr'],
    wireName: 'language',
    source: 'documented',
  },
};
