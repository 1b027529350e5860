import { baseUrl, clientOptions, credential, id, type Schema } from '@capture/core/provider';
import * as v from 'valibot';

/** Who asks and where. The numbers that the page prints as defaults (200043, 300014) are samples, so both must be given. */
const schema = v.strictObject({
  ...clientOptions,
  /** The merchant's number (*documented*: "assigned by Pockyt's support team during the onboarding process"). */
  merchantNo: id(),
  /** The store's number (*documented*: the same). */
  storeNo: id(),
  /** The API token: its MD5 ends the text that is signed. It is never sent. Blanks around it are refused, because peers disagree on whether they count. */
  token: credential(),
  /** The group's number, for partners that act for several merchants (*third-party*; not on the page). */
  merGroupNo: v.optional(id()),
  /** The host (*third-party*; the page prints none). The test host is `https://mapi.yuansferdev.com`. */
  baseUrl: v.optional(baseUrl(), 'https://mapi.yuansfer.com'),
});

/** What {@link createPockyt} takes. */
export interface PockytOptions extends v.InferInput<typeof schema> {}
/** @internal The same after checking. */
export interface CheckedPockytOptions extends v.InferOutput<typeof schema> {}

/** The schema under names that an editor can show. */
export const optionsSchema: Schema<PockytOptions, CheckedPockytOptions> = schema;
