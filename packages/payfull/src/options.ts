import { baseUrl, clientOptions, credential, text, type Schema } from '@capture/core/provider';
import * as v from 'valibot';

/**
 * Credentials and endpoint. Merchant name and password are those of the API account (*documented*: `merchant`, `hash`).
 */
const schema = v.strictObject({
  ...clientOptions,
  /** The merchant name of the API account. */
  merchant: text(64),
  /** The merchant password, which keys the hash. It is never sent. */
  password: credential(),
  /** The merchant's own host, such as `https://shop.payfull.com`; the path `/integration/api/v1` is appended. */
  baseUrl: baseUrl('/integration/api/v1'),
  /**
   * The language of the provider's messages where a request names none (*documented*: `en` or `tr`, required). English
   * by default.
   */
  language: v.optional(v.picklist(['en', 'tr'], 'must be "en" or "tr"'), 'en'),
});

/** Options of {@link createPayfull}. */
export interface PayfullOptions extends v.InferInput<typeof schema> {}
/** Checked {@link PayfullOptions}. */
export interface CheckedPayfullOptions extends v.InferOutput<typeof schema> {}

/** The schema, with type names that editors can show. */
export const optionsSchema: Schema<PayfullOptions, CheckedPayfullOptions> = schema;
