import {
  amount,
  bodyReference,
  id,
  ipAddress,
  newReference,
  text,
  type Schema,
  type StorableFields,
} from '@capture/core/provider';
import * as v from 'valibot';

/**
 * *third-party*: the currencies of the provider's own PHP client. A capture does not name its currency; the response
 * does.
 */
export const CURRENCIES = ['TRY', 'USD', 'EUR', 'GBP'] as const;

/** Payfull, page "Capture Transaction", section "Request parameters". */
const schema = v.strictObject({
  /** The id of the preauthorization to capture (*documented*: `transaction_id`, required). */
  authorizationId: id(),
  /**
   * The amount to capture, in TRY, USD, EUR or GBP (*documented*: `total`, required; *example*: two decimals, `23.02`).
   */
  amount: amount(CURRENCIES),
  /** The IP address of the client that sends the payment (*documented*: `client_ip`, required). */
  clientIp: ipAddress(),
  /**
   * Your own unique id of this capture (*documented*: `merchant_trx_id`, optional). Lookups need it, so one is
   * generated if you give none.
   */
  reference: v.optional(bodyReference(), newReference),
  /**
   * A string that the response repeats (*documented*: `passive_data`, optional), which shows that the response is to
   * this request. If you give none, a generated one is sent.
   */
  notes: v.optional(text(1000), newReference),
  /** The language of the provider's messages (*documented*: `language`, `en` or `tr`). By default the client's. */
  language: v.optional(v.picklist(['en', 'tr'], 'must be "en" or "tr"')),
});

/** Request of a Payfull capture. */
export interface PayfullCaptureRequest extends v.InferInput<typeof schema> {}
/** Checked {@link PayfullCaptureRequest}. */
export interface CheckedPayfullRequest extends v.InferOutput<typeof schema> {}

/** The schema, with type names that editors can show. */
export const requestSchema: Schema<PayfullCaptureRequest, CheckedPayfullRequest> = schema;

/** The fields that may be stored between recording a capture and sending it. */
export const storable: StorableFields<PayfullCaptureRequest> = {
  authorizationId: true,
  amount: true,
  clientIp: true,
  reference: true,
  notes: true,
  language: true,
};
