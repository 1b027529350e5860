import { baseUrl, clientOptions, headerCredential, type Schema } from '@capture/core/provider';
import * as v from 'valibot';

/**
 * Credentials and endpoint. *third-party*: requests must also come from an IP address that is registered for the key.
 */
const schema = v.strictObject({
  ...clientOptions,
  /** The key of the header `x-api-key` (*example*). */
  apiKey: headerCredential(),
  /**
   * The host (*documented*); `/v1/payments/…` is appended. The provider's sandbox is `https://api.firstoken-staging.co`
   * (*third-party*).
   */
  baseUrl: v.optional(baseUrl('/v1/payments'), 'https://api.firstoken.co'),
});

/** Options of {@link createFirstoken}. */
export interface FirstokenOptions extends v.InferInput<typeof schema> {}
/** Checked {@link FirstokenOptions}. */
export interface CheckedFirstokenOptions extends v.InferOutput<typeof schema> {}

/** The schema, with type names that editors can show. */
export const optionsSchema: Schema<FirstokenOptions, CheckedFirstokenOptions> = schema;
