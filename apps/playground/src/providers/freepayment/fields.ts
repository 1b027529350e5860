import type { FreepaymentCaptureRequest } from '@capture/freepayment';
import type { RequestFields } from '../request-field.ts';

/** The fields of a freepayment.online capture, with labels and help for the form. */
export const requestFields: RequestFields<FreepaymentCaptureRequest> = {
  authorizationId: {
    label: 'Authorization',
    help: 'Uid of the authorization to capture.',
    required: true,
    kind: 'string',
    format: 'up to 64 letters, digits and ._:-',
    wireName: 'parent_uid',
    source: 'documented',
  },
  amount: {
    label: 'Amount',
    help: 'Amount to capture. Sent as an integer of minor units: 0.50 USD is sent as 50.',
    required: true,
    kind: 'amount',
    wireName: 'amount, currency',
    source: 'documented',
  },
  reference: {
    label: 'Tracking id of the authorization',
    help: 'The tracking_id of the authorization. Not sent: it is compared with the response, and a lost response is looked up with it.',
    required: false,
    kind: 'string',
    format: 'at most 255 characters, without / and ;',
    wireName: 'tracking_id',
    source: 'third-party',
  },
};
