import { Secret } from '@capture/core';
import {
  clientOptions,
  endpointOptions,
  headerCredential,
  text,
  type EndpointOptions,
  type Schema,
} from '@capture/core/provider';
import * as v from 'valibot';

/** The provider's base URLs; `/server-to-server-interface/…` is appended. */
export const environments = {
  // *third-party*: the provider's manual and its own client.
  live: 'https://api.paymentoptions.com/api/v1',
  // *example*. The repeated part is no typo (*third-party*: the provider's own client had it).
  sandbox: 'https://api-dev.paymentoptions.com/api/v1/api/v1',
} as const;

/** Credentials and endpoint. *documented*: both headers are required, and each has its own key. */
const schema = v.pipe(
  v.strictObject({
    ...clientOptions,
    ...endpointOptions(environments, '/server-to-server-interface'),
    /** The key of the header `x-api-key` (*documented*). */
    apiKey: headerCredential(),
    /**
     * The whole value of the header `Authorization`, sent unchanged (*documented*: "Format: 'Basic YOUR_API_KEY_HERE'";
     * *assumed*: nothing is encoded). By default `Basic ` and `apiKey` (*assumed*: one key for both).
     */
    authorization: v.optional(headerCredential()),
    /** The merchant's id (*documented*: `merchant_id`). */
    merchantId: text(64),
  }),
  v.transform((options) => {
    // The key is a secret without the word `Basic` too, so that a response that repeats it alone is masked.
    const authorization = options.authorization ?? new Secret(`Basic ${options.apiKey.reveal()}`);
    return { ...options, authorization, authorizationKey: new Secret(authorization.reveal().replace(/^Basic +/i, '')) };
  }),
);

/** The options as the schema reads them: `environment` and `baseUrl` are both optional. */
export interface GivenPaymentOptionsOptions extends v.InferInput<typeof schema> {}
/** Options of {@link createPaymentOptions}: `environment` or `baseUrl` is required. */
export type PaymentOptionsOptions = GivenPaymentOptionsOptions & EndpointOptions<typeof environments>;
/** Checked {@link PaymentOptionsOptions}. */
export interface CheckedPaymentOptionsOptions extends v.InferOutput<typeof schema> {}

/** The schema, with type names that editors can show. */
export const optionsSchema: Schema<GivenPaymentOptionsOptions, CheckedPaymentOptionsOptions> = schema;
