import { answerObject, optionalNumberOrString, optionalString } from '@capture/core/provider';
import * as v from 'valibot';

/**
 * What is known of a payment: the `result` of a capture and of a look-up, and the content of a notification. The page prints no answer; all of it is from other pages of the vendor (*third-party*).
 * `customerNo` is not read: a sample of the vendor's answers with another one than was sent.
 */
export const paymentSchema = answerObject({
  /** `success`, `pending` or `failed`. */
  status: optionalString,
  /** Pockyt's own id of the payment. */
  transactionNo: optionalString,
  reference: optionalString,
  /** With two decimals; the table of the look-up calls it a number. */
  amount: optionalNumberOrString,
  currency: optionalString,
  /** Look-up: `payment` or `refund`. */
  transactionType: optionalString,
  /** Capture, ISO 8601 in UTC. */
  paymentTime: optionalString,
  /** Notification, ISO 8601 in UTC. */
  completedAt: optionalString,
  /** Notifications of other products: `20221020142817`. No page names the zone. */
  time: optionalString,
  /** The 3-D Secure address; a side note calls it `authUrl`. */
  authenticationUrl: optionalString,
  authUrl: optionalString,
});

/** *third-party*: the envelope of every answer. */
export const answerSchema = answerObject({
  /** `000100` says that the call was processed, which is not yet a payment. */
  ret_code: v.string(),
  ret_msg: optionalString,
  result: v.nullish(paymentSchema),
});

/** What is read of a payment. */
export type PockytPayment = v.InferOutput<typeof paymentSchema>;
/** What is read of an answer. */
export type PockytAnswer = v.InferOutput<typeof answerSchema>;
