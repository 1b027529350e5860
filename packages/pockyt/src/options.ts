import { baseUrl, clientOptions, credential, id, type Schema } from '@capture/core/provider';
import * as v from 'valibot';

/**
 * Credentials and endpoint. The numbers that the page prints as defaults (200043, 300014) are examples: both are
 * required.
 */
const schema = v.strictObject({
  ...clientOptions,
  /** The merchant's number (*documented*: "assigned by Pockyt's support team during the onboarding process"). */
  merchantNo: id(),
  /** The store's number (*documented*: the same). */
  storeNo: id(),
  /**
   * The API token, whose MD5 ends the signed string. It is never sent. Surrounding whitespace is refused, because
   * public clients disagree on whether it counts.
   */
  token: credential(),
  /** The group's number, for partners that act for several merchants (*third-party*). */
  merGroupNo: v.optional(id()),
  /** The host (*third-party*). The test host is `https://mapi.yuansferdev.com`. */
  baseUrl: v.optional(baseUrl('/order/v4/capture', '/app-data-search/v3/tran-query'), 'https://mapi.yuansfer.com'),
});

/** Options of {@link createPockyt}. */
export interface PockytOptions extends v.InferInput<typeof schema> {}
/** Checked {@link PockytOptions}. */
export interface CheckedPockytOptions extends v.InferOutput<typeof schema> {}

/** The schema, with type names that editors can show. */
export const optionsSchema: Schema<PockytOptions, CheckedPockytOptions> = schema;
