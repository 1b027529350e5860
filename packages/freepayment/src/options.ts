import { Secret } from '@capture/core';
import {
  baseUrl,
  basicCredential,
  clientOptions,
  credential,
  endpointOptions,
  matching,
  rsaPublicKey,
  text,
  type EndpointOptions,
  type Schema,
} from '@capture/core/provider';
import * as v from 'valibot';

const HOST = 'https://api.freepayment.online/beyag';

/**
 * The gateway's base URL, `/beyag` included (*documented*). *documented*: one host serves both, and `test: true` on the
 * authorization makes a test payment, so only a response shows which of the two it is about.
 */
export const environments = { live: HOST, sandbox: HOST } as const;

/**
 * Credentials and endpoint. *third-party*: shop id and secret key are those of the back office; the page prints no
 * credential.
 */
const schema = v.pipe(
  v.strictObject({
    ...clientOptions,
    ...endpointOptions(environments),
    /** The id of the shop, without a colon, which ends the user name in HTTP Basic. */
    shopId: v.pipe(text(64), matching(/^[^:]*$/, 'must not contain ":"')),
    /** The secret key of the shop. */
    secretKey: credential(),
    /**
     * The URL up to `/transactions/captures`, `/beyag` included. Other brands of the gateway:
     * `https://api.bepaid.by/beyag`, `https://api.begateway.com/beyag`, …
     */
    baseUrl: v.optional(baseUrl('/transactions')),
    /**
     * The shop's RSA public key from the back office: base64 of the DER, or PEM. Without it notifications cannot be
     * verified.
     */
    publicKey: v.optional(rsaPublicKey()),
    /**
     * Sends `currency` with a capture (*documented*: optional), so that the provider can refuse an amount in another
     * currency than the authorization's. True by default; the page's example leaves it out.
     */
    sendCurrency: v.optional(v.boolean('must be true or false'), true),
  }),
  v.transform((options) => {
    const basic = basicCredential(options.shopId, options.secretKey);
    return { ...options, basic, authorization: new Secret(`Basic ${basic.reveal()}`) };
  }),
);

/** The options as the schema reads them: `environment` and `baseUrl` are both optional. */
export interface GivenFreepaymentOptions extends v.InferInput<typeof schema> {}
/** Options of {@link createFreepayment}: `environment` or `baseUrl` is required. */
export type FreepaymentOptions = GivenFreepaymentOptions & EndpointOptions<typeof environments>;
/** Checked {@link FreepaymentOptions}. */
export interface CheckedFreepaymentOptions extends v.InferOutput<typeof schema> {}

/** The schema, with type names that editors can show. */
export const optionsSchema: Schema<GivenFreepaymentOptions, CheckedFreepaymentOptions> = schema;
