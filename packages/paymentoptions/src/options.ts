import { Secret } from '@capture/core';
import { baseUrl, clientOptions, headerCredential, text, type Schema } from '@capture/core/provider';
import * as v from 'valibot';

/** Credentials and endpoint. *documented*: both headers are required, and each has its own key. */
const schema = v.pipe(
  v.strictObject({
    ...clientOptions,
    /** The key of the header `x-api-key` (*documented*). */
    apiKey: headerCredential(),
    /**
     * The whole value of the header `Authorization`, sent unchanged (*documented*: "Format: 'Basic YOUR_API_KEY_HERE'";
     * *assumed*: nothing is encoded). By default `Basic ` and `apiKey` (*assumed*: one key for both).
     */
    authorization: v.optional(headerCredential()),
    /** The merchant's id (*documented*: `merchant_id`). */
    merchantId: text(64),
    /**
     * The URL up to `/server-to-server-interface`. *example*: `https://api-dev.paymentoptions.com/api/v1/api/v1`; the
     * repeated part is no typo (*third-party*: the provider's own client has it). No production URL is published.
     */
    baseUrl: baseUrl('/server-to-server-interface'),
  }),
  v.transform((options) => {
    // The key is a secret without the word `Basic` too, so that a response that repeats it alone is masked.
    const authorization = options.authorization ?? new Secret(`Basic ${options.apiKey.reveal()}`);
    return { ...options, authorization, authorizationKey: new Secret(authorization.reveal().replace(/^Basic +/i, '')) };
  }),
);

/** Options of {@link createPaymentOptions}. */
export interface PaymentOptionsOptions extends v.InferInput<typeof schema> {}
/** Checked {@link PaymentOptionsOptions}. */
export interface CheckedPaymentOptionsOptions extends v.InferOutput<typeof schema> {}

/** The schema, with type names that editors can show. */
export const optionsSchema: Schema<PaymentOptionsOptions, CheckedPaymentOptionsOptions> = schema;
