import { amount, id, ipAddress, newReference, reference, text, type Schema } from '@capture/core/provider';
import * as v from 'valibot';

/** *third-party*: the currencies of the provider's own PHP client. The capture itself carries none; the answer states it. */
export const CURRENCIES = ['TRY', 'USD', 'EUR', 'GBP'] as const;

/** Payfull, page "Capture Transaction", section "Request parameters". */
const schema = v.strictObject({
  /** The id of the preauthorization to capture (*documented*: `transaction_id`, required). */
  authorizationId: id(),
  /** The amount to capture (*documented*: `total`, required; *example*: two decimals, `23.02`). TRY, USD, EUR or GBP. */
  amount: amount(CURRENCIES),
  /** The address of the client that sends the payment (*documented*: `client_ip`, required). */
  clientIp: ipAddress(),
  /** Your own unique id of this capture (*documented*: `merchant_trx_id`, optional). It is what a look-up asks with, so one is generated where you give none. */
  reference: v.optional(reference(), newReference),
  /** Text that comes back with the answer (*documented*: `passive_data`, optional). */
  notes: v.optional(text(1000)),
  /** The language of the provider's messages (*documented*: `language`, `en` or `tr`). The client's where absent. */
  language: v.optional(v.picklist(['en', 'tr'], 'must be "en" or "tr"')),
});

/** What a Payfull capture takes. */
export interface PayfullCaptureRequest extends v.InferInput<typeof schema> {}
/** @internal The same after checking. */
export interface CheckedPayfullRequest extends v.InferOutput<typeof schema> {}

/** The schema under names that an editor can show. */
export const requestSchema: Schema<PayfullCaptureRequest, CheckedPayfullRequest> = schema;
