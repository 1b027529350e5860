import { responseObject, optionalNumberOrString, optionalString, shown, words } from '@capture/core/provider';
import * as v from 'valibot';

/**
 * A payment: the `result` of a capture or a lookup, and the content of a notification. The page prints no response; all
 * of it is from other pages of the vendor (*third-party*). `customerNo` is not read: in an example of the vendor it
 * differs from the one sent.
 */
export const paymentSchema = responseObject({
  /** `success`, `pending` or `failed`. */
  status: optionalString,
  /** Pockyt's id of the payment. */
  transactionNo: optionalString,
  reference: optionalString,
  /** A string with two decimals; a number according to the lookup's table. */
  amount: optionalNumberOrString,
  currency: optionalString,
  /** Lookup: `payment` or `refund`. */
  transactionType: optionalString,
  /** Capture, ISO 8601 in UTC. */
  paymentTime: shown(v.string()),
  /** Notification, ISO 8601 in UTC. */
  completedAt: shown(v.string()),
  /** Notifications of other products: `20221020142817`. No time zone is documented. */
  time: shown(v.string()),
  /** The 3-D Secure URL; a side note calls it `authUrl`. */
  authenticationUrl: shown(v.string()),
  authUrl: shown(v.string()),
});

/** *third-party*: the envelope of every response. */
export const responseSchema = responseObject({
  /** `000100` means that the call was processed, which is not yet a payment. */
  ret_code: v.string(),
  ret_msg: words,
  result: v.nullish(paymentSchema),
});

/** The members of a payment that are read. */
export type PockytPayment = v.InferOutput<typeof paymentSchema>;
/** The members of a response that are read. */
export type PockytResponse = v.InferOutput<typeof responseSchema>;
