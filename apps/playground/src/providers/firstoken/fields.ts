import type { FirstokenCaptureRequest } from '@capture/firstoken';
import type { RequestFields } from '../request-field.ts';

/** The fields of a Firstoken capture, with labels and help for the form. */
export const requestFields: RequestFields<FirstokenCaptureRequest> = {
  authorizationId: {
    label: 'Authorization',
    help: 'Transaction id of the authorization to capture. Sent as part of the path.',
    required: true,
    kind: 'string',
    format: 'up to 64 letters, digits and ._:-',
    wireName: 'id',
    source: 'documented',
  },
  amount: {
    label: 'Amount',
    help: 'Amount to capture, in major units: 1000 is one thousand pesos.',
    required: true,
    kind: 'amount',
    wireName: 'total_amount, currency',
    source: 'example',
  },
  reference: {
    label: 'Your reference',
    help: 'Your own id of this capture, repeated in the response. Lookups by it are not possible.',
    required: true,
    kind: 'string',
    format: 'at most 64 characters, without /',
    wireName: 'reference_code',
    source: 'example',
  },
  installments: {
    label: 'Installments',
    help: 'Number of installments that the customer pays in.',
    required: false,
    kind: 'integer',
    format: 'an integer from 1',
    wireName: 'installments',
    source: 'example',
  },
  clientIp: {
    label: 'Client IP address',
    help: 'IP address of the device that sends the request.',
    required: false,
    kind: 'string',
    format: 'IPv4 or IPv6',
    wireName: 'ip_address',
    source: 'example',
  },
};
