import type { FreepaymentCaptureRequest } from '@capture/freepayment';
import type { RequestFields } from '../request-field.ts';

/** The fields of a freepayment.online capture, described for people. */
export const requestFields: RequestFields<FreepaymentCaptureRequest> = {
  authorizationId: {
    label: 'Authorization',
    help: 'The uid of the authorization to capture.',
    required: true,
    kind: 'text',
    format: 'up to 64 letters, digits and ._:-',
    wireName: 'parent_uid',
    source: 'documented',
  },
  amount: {
    label: 'Amount',
    help: 'What to capture. It is sent as a whole number of minor units: 0.50 USD goes out as 50.',
    required: true,
    kind: 'amount',
    wireName: 'amount, currency',
    source: 'documented',
  },
  reference: {
    label: 'Tracking id of the authorization',
    help: 'The tracking_id that the authorization was made with. It is not sent: it is compared with the answer, and a lost answer is looked up with it.',
    required: false,
    kind: 'text',
    format: 'at most 255 characters, without / and ;',
    wireName: 'tracking_id',
    source: 'third-party',
  },
};
