import { responseObject, optionalString, optionalStrings, shown, shownStrings, words } from '@capture/core/provider';
import * as v from 'valibot';

/**
 * *documented*, "Response". All members are optional, because the page's example leaves out some that its list
 * requires. The judge requires those that matter.
 */
export const transactionSchema = responseObject({
  ...optionalStrings('uid', 'parent_uid', 'type', 'status', 'currency'),
  message: words,
  ...shownStrings('description', 'language', 'created_at', 'updated_at', 'paid_at', 'method_type', 'receipt_url'),
  /** Minor units. */
  amount: v.nullish(v.number()),
  /** One id, or several separated by semicolons. */
  tracking_id: optionalString,
  test: shown(v.boolean()),
  /** *documented*: an object with status, ref_id and message. *example*: its name is the transaction's type. */
  capture: v.nullish(responseObject({ status: optionalString, message: words, ...shownStrings('ref_id') })),
  /** *third-party*: newer responses have a result code here. */
  code: optionalString,
});

/** *documented*: `capture`. *assumed*: any other word with it may be a capture as well. */
export const isCaptureType = (type: string): boolean => /captur/i.test(type);

/**
 * *third-party*: a refusal has both `message` and `errors` at the top level; proxies only write the first. `errors` is
 * a string, an array, or nested.
 */
const refusalSchema = responseObject({
  message: v.string(),
  errors: v.union([v.string(), v.array(v.unknown()), v.record(v.string(), v.unknown())]),
  code: optionalString,
  /** A body with an unreadable transaction is no refusal. */
  transaction: v.optional(v.never()),
});

/**
 * *third-party*: a list names the authorization and refunds too. They decide nothing about a capture, so only the type
 * that excludes them has to be readable.
 */
const otherTransactionSchema = responseObject({
  type: v.pipe(
    v.string(),
    v.check((type) => type !== '' && !isCaptureType(type)),
  ),
  ...shownStrings('uid', 'parent_uid', 'status', 'currency', 'tracking_id', 'code', 'description'),
  ...shownStrings('created_at', 'updated_at', 'paid_at'),
  message: words,
  amount: shown(v.number()),
  test: shown(v.boolean()),
});

const errors = v.nullish(v.unknown());
const oneSchema = responseObject({ transaction: transactionSchema, errors });
const listSchema = responseObject({
  transactions: v.array(v.union([otherTransactionSchema, transactionSchema])),
  errors,
});

/** The response to a capture: a transaction or a refusal. Anything else is not the provider's, and so unreadable. */
export const responseSchema = v.union([oneSchema, refusalSchema]);

/** *third-party*: the response to a lookup, one transaction for a uid, an array for a tracking id. */
export const lookupSchema = v.union([listSchema, oneSchema, refusalSchema]);

/** The members of a transaction that are read. */
export type FreepaymentTransaction = v.InferOutput<typeof transactionSchema>;
/** The members of a refused request that are read. */
export type FreepaymentRefusal = v.InferOutput<typeof refusalSchema>;
/** @internal The transactions under a tracking id. */
export type FreepaymentList = v.InferOutput<typeof listSchema>;
/** The members of a capture response that are read. */
export type FreepaymentResponse = v.InferOutput<typeof responseSchema>;
/** The members of a lookup response that are read. */
export type FreepaymentLookupResponse = v.InferOutput<typeof lookupSchema>;
