import { amount, bodyReference, id, text, type Schema, type StorableFields } from '@capture/core/provider';
import * as v from 'valibot';

/**
 * PaymentOptions, page "Capture", section "Body". The page only prints an example; which fields are required is
 * *assumed* from it.
 */
const schema = v.strictObject({
  /** The id of the authorization to capture (*example*: `transactionId`, a UUID). */
  authorizationId: id(),
  /**
   * The amount to capture, at most the authorized amount: the rest is released (*documented*). *example*: `amount`, a
   * JSON number, 1000 for 1000 JPY. *assumed*: other currencies in major units too.
   */
  amount: amount(),
  /** A note (*example*: `notes`; *third-party*, the vendor's manual of 2023: at most 128 characters). */
  notes: v.optional(text(128)),
  /**
   * The `merchant_txn_ref` of the authorization. A capture does not carry it, but the response does (*example*), and a
   * response with another one is for a different payment. Nothing else in the response identifies the payment.
   */
  reference: v.optional(bodyReference()),
});

/** Request of a PaymentOptions capture. */
export interface PaymentOptionsCaptureRequest extends v.InferInput<typeof schema> {}
/** Checked {@link PaymentOptionsCaptureRequest}. */
export interface CheckedPaymentOptionsRequest extends v.InferOutput<typeof schema> {}

/** The schema, with type names that editors can show. */
export const requestSchema: Schema<PaymentOptionsCaptureRequest, CheckedPaymentOptionsRequest> = schema;

/** The fields that may be stored between recording a capture and sending it. */
export const storable: StorableFields<PaymentOptionsCaptureRequest> = {
  authorizationId: true,
  amount: true,
  notes: true,
  reference: true,
};
