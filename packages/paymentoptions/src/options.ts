import { Secret } from '@capture/core';
import { baseUrl, clientOptions, headerCredential, text, type Schema } from '@capture/core/provider';
import * as v from 'valibot';

/** Who asks and where. *documented*: the two headers are both required, and each has a key of its own. */
const schema = v.pipe(
  v.strictObject({
    ...clientOptions,
    /** The key of the header `x-api-key` (*documented*). */
    apiKey: headerCredential(),
    /**
     * The whole value of the header `Authorization`, sent as it is (*documented*: "Format: 'Basic YOUR_API_KEY_HERE'"; *assumed*: nothing is encoded).
     * Where absent, `Basic ` and `apiKey` (*assumed*: one key for both).
     */
    authorization: v.optional(headerCredential()),
    /** The merchant's id (*documented*: `merchant_id`). */
    merchantId: text(64),
    /**
     * Everything before `/server-to-server-interface`. *example*: `https://api-dev.paymentoptions.com/api/v1/api/v1`; the doubled part is real (*third-party*: the provider's own
     * client has it). No production address is published.
     */
    baseUrl: baseUrl(),
  }),
  v.transform((options) => {
    // The key counts as a secret without the word as well, so that an answer that repeats it alone is masked too.
    const authorization = options.authorization ?? new Secret(`Basic ${options.apiKey.reveal()}`);
    return { ...options, authorization, authorizationKey: new Secret(authorization.reveal().replace(/^Basic +/i, '')) };
  }),
);

/** What {@link createPaymentOptions} takes. */
export interface PaymentOptionsOptions extends v.InferInput<typeof schema> {}
/** @internal The same after checking. */
export interface CheckedPaymentOptionsOptions extends v.InferOutput<typeof schema> {}

/** The schema under names that an editor can show. */
export const optionsSchema: Schema<PaymentOptionsOptions, CheckedPaymentOptionsOptions> = schema;
