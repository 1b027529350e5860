import type { FirstokenCaptureRequest } from '@capture/firstoken';
import type { RequestFields } from '../request-field.ts';

/** The fields of a Firstoken capture, described for people. */
export const requestFields: RequestFields<FirstokenCaptureRequest> = {
  authorizationId: {
    label: 'Authorization',
    help: 'The transaction id of the authorization to capture. It is a part of the path.',
    required: true,
    kind: 'text',
    format: 'up to 64 letters, digits and ._:-',
    wireName: 'id',
    source: 'documented',
  },
  amount: {
    label: 'Amount',
    help: 'What to capture, in major units: 1000 is one thousand pesos.',
    required: true,
    kind: 'amount',
    wireName: 'total_amount, currency',
    source: 'example',
  },
  reference: {
    label: 'Your reference',
    help: 'Your own id of this capture, which comes back in the answer. It cannot be looked up.',
    required: true,
    kind: 'text',
    format: 'at most 64 characters, without /',
    wireName: 'reference_code',
    source: 'example',
  },
  installments: {
    label: 'Installments',
    help: 'In how many parts the customer pays.',
    required: false,
    kind: 'whole number',
    format: 'a whole number from 1',
    wireName: 'installments',
    source: 'example',
  },
  clientIp: {
    label: 'Client IP address',
    help: 'The address of the device that sends the request.',
    required: false,
    kind: 'text',
    format: 'IPv4 or IPv6',
    wireName: 'ip_address',
    source: 'example',
  },
};
