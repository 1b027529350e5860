import { baseUrl, clientOptions, headerCredential, type Schema } from '@capture/core/provider';
import * as v from 'valibot';

/** Who asks and where. *third-party*: requests must also come from an address that is registered on the key. */
const schema = v.strictObject({
  ...clientOptions,
  /** The key of the header `x-api-key` (*documented*). */
  apiKey: headerCredential(),
  /** *documented*: the host; `/v1/payments/…` is appended. *third-party*: `https://api.firstoken-staging.co` is the provider's sandbox. */
  baseUrl: v.optional(baseUrl(), 'https://api.firstoken.co'),
});

/** What {@link createFirstoken} takes. */
export interface FirstokenOptions extends v.InferInput<typeof schema> {}
/** @internal The same after checking. */
export interface CheckedFirstokenOptions extends v.InferOutput<typeof schema> {}

/** The schema under names that an editor can show. */
export const optionsSchema: Schema<FirstokenOptions, CheckedFirstokenOptions> = schema;
