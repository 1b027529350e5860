import { answerObject, optionalString, optionalStrings } from '@capture/core/provider';
import * as v from 'valibot';

/** *documented*, "Response". Everything is optional here, because the page's own sample leaves out what its list calls required; what matters is demanded where it is judged. */
export const transactionSchema = answerObject({
  ...optionalStrings('uid', 'parent_uid', 'type', 'status', 'currency', 'message', 'description', 'language'),
  ...optionalStrings('created_at', 'updated_at', 'paid_at', 'method_type', 'receipt_url'),
  /** Minor units. */
  amount: v.nullish(v.number()),
  /** One id, or several separated by semicolons. */
  tracking_id: optionalString,
  test: v.nullish(v.boolean()),
  /** *documented*: the "object" with status, ref_id, message; *example*: its name is the transaction's type. */
  capture: v.nullish(answerObject(optionalStrings('status', 'ref_id', 'message'))),
  /** *third-party*: newer answers have the code of outcome.ts here. */
  code: optionalString,
});

/** *third-party*: a refusal has both `message` and `errors` at the top; proxies know only the first. `errors` is text, a list, or nested. */
const refusalSchema = answerObject({
  message: v.string(),
  errors: v.union([v.string(), v.array(v.unknown()), v.record(v.string(), v.unknown())]),
  code: optionalString,
  /** Beside a transaction that cannot be read it is no refusal. */
  transaction: v.optional(v.never()),
});

const errors = v.nullish(v.unknown());
const oneSchema = answerObject({ transaction: transactionSchema, errors });
const listSchema = answerObject({ transactions: v.array(transactionSchema), errors });

/** The answer to a capture: a transaction or a refusal. Anything else is not the provider's, and so unreadable. */
export const answerSchema = v.union([oneSchema, refusalSchema]);

/** *third-party*: the answer to a look-up, one transaction for a uid, a list for a tracking id. */
export const lookupSchema = v.union([listSchema, oneSchema, refusalSchema]);

/** One transaction, as far as it is read. */
export type FreepaymentTransaction = v.InferOutput<typeof transactionSchema>;
/** A refusal of the request itself. */
export type FreepaymentRefusal = v.InferOutput<typeof refusalSchema>;
/** @internal What a tracking id names. */
export type FreepaymentList = v.InferOutput<typeof listSchema>;
/** What is read of the answer to a capture. */
export type FreepaymentAnswer = v.InferOutput<typeof answerSchema>;
/** What is read of the answer to a look-up. */
export type FreepaymentLookupAnswer = v.InferOutput<typeof lookupSchema>;
