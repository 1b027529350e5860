import {
  clientOptions,
  endpointOptions,
  headerCredential,
  type EndpointOptions,
  type Schema,
} from '@capture/core/provider';
import * as v from 'valibot';

/** The provider's hosts; `/v1/payments/…` is appended. */
export const environments = {
  // *documented*
  live: 'https://api.firstoken.co',
  // *third-party*: the provider's overview.
  sandbox: 'https://api.firstoken-staging.co',
} as const;

/**
 * Credentials and endpoint. *third-party*: requests must also come from an IP address that is registered for the key.
 */
const schema = v.strictObject({
  ...clientOptions,
  ...endpointOptions(environments, '/v1/payments'),
  /** The key of the header `x-api-key` (*example*). */
  apiKey: headerCredential(),
});

/** The options as the schema reads them: `environment` and `baseUrl` are both optional. */
export interface GivenFirstokenOptions extends v.InferInput<typeof schema> {}
/** Options of {@link createFirstoken}: `environment` or `baseUrl` is required. */
export type FirstokenOptions = GivenFirstokenOptions & EndpointOptions<typeof environments>;
/** Checked {@link FirstokenOptions}. */
export interface CheckedFirstokenOptions extends v.InferOutput<typeof schema> {}

/** The schema, with type names that editors can show. */
export const optionsSchema: Schema<GivenFirstokenOptions, CheckedFirstokenOptions> = schema;
