import { responseObject } from '@capture/core/provider';
import * as v from 'valibot';

const optionalText = v.nullish(v.string());

/**
 * What is known of a payment: the `result` of a capture and of a look-up, and the content of a notification. The page prints no answer; all of it is from other pages of the vendor (*peer*).
 * `customerNo` is not read: a sample of the vendor's answers with another one than was sent.
 */
export const paymentSchema = responseObject({
  /** `success`, `pending` or `failed`. */
  status: optionalText,
  /** Pockyt's own id of the payment. */
  transactionNo: optionalText,
  reference: optionalText,
  /** With two decimals; the table of the look-up calls it a number. */
  amount: v.nullish(v.union([v.string(), v.number()])),
  currency: optionalText,
  /** Look-up: `payment` or `refund`. */
  transactionType: optionalText,
  /** Capture, ISO 8601 in UTC. */
  paymentTime: optionalText,
  /** Notification, ISO 8601 in UTC. */
  completedAt: optionalText,
  /** Notifications of other products: `20221020142817`. No page names the zone. */
  time: optionalText,
  /** The 3-D Secure address; a side note calls it `authUrl`. */
  authenticationUrl: optionalText,
  authUrl: optionalText,
});

/** *peer*: the envelope of every answer. */
export const answerSchema = responseObject({
  /** `000100` says that the call was processed, which is not yet a payment. */
  ret_code: v.string(),
  ret_msg: optionalText,
  result: v.nullish(paymentSchema),
});

/** What is read of a payment. */
export type PockytPayment = v.InferOutput<typeof paymentSchema>;
/** What is read of an answer. */
export type PockytAnswer = v.InferOutput<typeof answerSchema>;
