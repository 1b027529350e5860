import {
  clientOptions,
  credential,
  endpointOptions,
  id,
  type EndpointOptions,
  type Schema,
} from '@capture/core/provider';
import * as v from 'valibot';

/** The vendor's hosts (*third-party*: its SDKs and its page of the lookup). */
export const environments = {
  live: 'https://mapi.yuansfer.com',
  // *third-party*: older clients have `https://mapi.yuansfer.yunkeguan.com`, which `baseUrl` can name.
  sandbox: 'https://mapi.yuansferdev.com',
} as const;

/**
 * Credentials and endpoint. The numbers that the page prints as defaults (200043, 300014) are examples: both are
 * required.
 */
const schema = v.strictObject({
  ...clientOptions,
  ...endpointOptions(environments, '/order/v4/capture', '/app-data-search/v3/tran-query'),
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
});

/** The options as the schema reads them: `environment` and `baseUrl` are both optional. */
export interface GivenPockytOptions extends v.InferInput<typeof schema> {}
/** Options of {@link createPockyt}: `environment` or `baseUrl` is required. */
export type PockytOptions = GivenPockytOptions & EndpointOptions<typeof environments>;
/** Checked {@link PockytOptions}. */
export interface CheckedPockytOptions extends v.InferOutput<typeof schema> {}

/** The schema, with type names that editors can show. */
export const optionsSchema: Schema<GivenPockytOptions, CheckedPockytOptions> = schema;
