import { amount, id, reference, text, type Schema } from '@capture/core/provider';
import * as v from 'valibot';

/** PaymentOptions, page "Capture", section "Body". The page prints one example and calls it an object; what is required is *assumed*, from that example. */
const schema = v.strictObject({
  /** The id of the authorization to capture (*example*: `transactionId`, a UUID). */
  authorizationId: id(),
  /** The amount to capture, the authorized amount or less: the rest is released (*documented*). *example*: `amount`, a JSON number, 1000 for 1000 JPY. Other currencies in major units: *assumed*. */
  amount: amount(),
  /** Free text (*example*: `notes`). The limit of 1000 characters is ours. */
  notes: v.optional(text(1000)),
  /** The `merchant_txn_ref` of the authorization. A capture carries none; the answer repeats it (*example*), and one that does not is about another payment. Nothing else in it names the payment. */
  reference: v.optional(reference()),
});

/** What a PaymentOptions capture takes. */
export interface PaymentOptionsCaptureRequest extends v.InferInput<typeof schema> {}
/** @internal The same after checking. */
export interface CheckedPaymentOptionsRequest extends v.InferOutput<typeof schema> {}

/** The schema under names that an editor can show. */
export const requestSchema: Schema<PaymentOptionsCaptureRequest, CheckedPaymentOptionsRequest> = schema;
