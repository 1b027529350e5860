import { CURRENCIES as ISO_4217 } from '@capture/core';
import { amount, id, matching, reference, type Schema, type StorableFields } from '@capture/core/provider';
import * as v from 'valibot';

/**
 * *third-party*: the vendor's own PHP client uses a different exponent from ISO 4217 for these, and that of the server
 * is undocumented. An amount that may be off by a factor of 10 to 10 000 is not sent. (SLL and STD differ too, but are
 * no longer active.)
 */
const DISPUTED = new Set('CLF CVE IDR IQD IRR KPW LAK LBP MMK MOP SLL STD UGX UYW'.split(' '));

/** Every ISO 4217 currency whose exponent is undisputed. */
export const CURRENCIES: readonly string[] = ISO_4217.filter((currency) => !DISPUTED.has(currency));

/** freepayment.online, page "Capture", section "Request". */
const schema = v.strictObject({
  /** The uid of the authorization to capture (*documented*: `parent_uid`, required). */
  authorizationId: id(),
  /**
   * The amount to capture (*documented*: `amount`, required, an integer in minimal units, and `currency`, optional: see
   * the option `sendCurrency`).
   */
  amount: amount(CURRENCIES, 'must have an undisputed exponent at the provider (see the README)'),
  /**
   * The `tracking_id` of the authorization. *third-party*: a capture inherits it and takes none of its own, so it is
   * not sent. The response is compared with it, and after a lost response a lookup needs it. If the authorization has
   * several, give one.
   */
  reference: v.optional(v.pipe(reference(255), matching(/^[^;]*$/, 'must be one id, without ";"'))),
});

/** Request of a freepayment.online capture. */
export interface FreepaymentCaptureRequest extends v.InferInput<typeof schema> {}
/** Checked {@link FreepaymentCaptureRequest}. */
export interface CheckedFreepaymentRequest extends v.InferOutput<typeof schema> {}

/** The schema, with type names that editors can show. */
export const requestSchema: Schema<FreepaymentCaptureRequest, CheckedFreepaymentRequest> = schema;

/** The fields that may be stored between recording a capture and sending it. */
export const storable: StorableFields<FreepaymentCaptureRequest> = {
  authorizationId: true,
  amount: true,
  reference: true,
};
