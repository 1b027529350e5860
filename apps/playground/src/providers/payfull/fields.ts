import type { PayfullCaptureRequest } from '@capture/payfull';
import type { RequestFields } from '../request-field.ts';

/** The fields of a Payfull capture, described for people. */
export const requestFields: RequestFields<PayfullCaptureRequest> = {
  authorizationId: {
    label: 'Authorization',
    help: 'The id of the preauthorization to capture.',
    required: true,
    kind: 'text',
    format: 'up to 64 letters, digits and ._:-',
    wireName: 'transaction_id',
    source: 'documented',
  },
  amount: {
    label: 'Amount',
    help: 'What to capture. It is sent with two decimals and without a currency: the authorization has it.',
    required: true,
    kind: 'amount',
    choices: ['TRY', 'USD', 'EUR', 'GBP'],
    wireName: 'total',
    source: 'documented',
  },
  clientIp: {
    label: 'Client IP address',
    help: 'The address of the client that sends the payment.',
    required: true,
    kind: 'text',
    format: 'IPv4 or IPv6',
    wireName: 'client_ip',
    source: 'documented',
  },
  reference: {
    label: 'Your reference',
    help: 'Your own unique id of this capture. A lost answer is looked up with it; one is generated if you give none.',
    required: false,
    kind: 'text',
    format: 'at most 64 characters, without /',
    wireName: 'merchant_trx_id',
    source: 'documented',
  },
  notes: {
    label: 'Notes',
    help: 'Text that comes back with the answer.',
    required: false,
    kind: 'text',
    format: 'at most 1000 characters',
    wireName: 'passive_data',
    source: 'documented',
  },
  language: {
    label: 'Language of messages',
    help: 'In which language Payfull words its messages. The client’s own language if you choose none.',
    required: false,
    kind: 'choice',
    choices: ['en', 'tr'],
    wireName: 'language',
    source: 'documented',
  },
};
