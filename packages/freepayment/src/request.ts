import { CURRENCIES as ISO_4217 } from '@capture/core';
import { amount, id, matching, reference, type Schema } from '@capture/core/provider';
import * as v from 'valibot';

/**
 * *third-party*: the vendor's own PHP client counts the minor units of these unlike ISO 4217, and nobody says what the server does. An amount that may be off by a factor of 10 to
 * 10 000 is not sent. (SLL and STD are counted differently too, but are no active currencies any more.)
 */
const DISPUTED = new Set('CLF CVE IDR IQD IRR KPW LAK LBP MMK MOP SLL STD UGX UYW'.split(' '));

/** Every ISO 4217 currency whose minor units are beyond dispute. */
export const CURRENCIES: readonly string[] = ISO_4217.filter((currency) => !DISPUTED.has(currency));

/** freepayment.online, page "Capture", section "Request". */
const schema = v.strictObject({
  /** The uid of the authorization to capture (*documented*: `parent_uid`, required). */
  authorizationId: id(),
  /** The amount to capture (*documented*: `amount`, required, an integer in minimal units, and `currency`, optional: see the option `sendCurrency`). */
  amount: amount(CURRENCIES, 'must be one whose minor units ISO 4217 and the provider count alike (see the README)'),
  /**
   * The `tracking_id` that the authorization was made with. *third-party*: a capture inherits it and takes none of its own, so it is not sent; it is compared with the answer, and a
   * lost answer can be looked up with it. Where the authorization has several, name one.
   */
  reference: v.optional(v.pipe(reference(255), matching(/^[^;]*$/, 'must be one id, without ";"'))),
});

/** What a capture takes. */
export interface FreepaymentCaptureRequest extends v.InferInput<typeof schema> {}
/** @internal The same after checking. */
export interface CheckedFreepaymentRequest extends v.InferOutput<typeof schema> {}

/** The schema under names that an editor can show. */
export const requestSchema: Schema<FreepaymentCaptureRequest, CheckedFreepaymentRequest> = schema;
