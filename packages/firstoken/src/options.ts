import { baseUrl, clientOptions, headerCredential } from '@capture/core/provider';
import * as v from 'valibot';

/** Who asks and where. *peer*: requests must also come from an address that is registered on the key. */
export const optionsSchema = v.strictObject({
  ...clientOptions,
  /** The key of the header `x-api-key` (*page*). */
  apiKey: headerCredential(),
  /** *page*: the host; `/v1/payments/…` is appended. *peer*: `https://api.firstoken-staging.co` is the provider's sandbox. */
  baseUrl: v.optional(baseUrl(), 'https://api.firstoken.co'),
});

/** What {@link createFirstoken} takes. */
export type FirstokenOptions = v.InferInput<typeof optionsSchema>;
/** @internal The same after checking. */
export type CheckedFirstokenOptions = v.InferOutput<typeof optionsSchema>;
