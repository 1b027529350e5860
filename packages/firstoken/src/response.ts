import {
  answerObject,
  DUPLICATE_HINTS,
  markEarlier,
  optionalNumberOrString,
  optionalString,
  optionalStrings,
  type Reported,
} from '@capture/core/provider';
import * as v from 'valibot';

const transactionInfo = answerObject({
  /** *example*: capture_response. *third-party*: payment_response or transaction_details_response in transaction details. */
  type: optionalString,
  ...optionalStrings('reference_code', 'request_id', 'reconciliation_id', 'created_at'),
  /** The capture's own id: 22 digits, so a text. */
  transaction_id: optionalString,
  /** *example*: Pending. *third-party*: Pending, Captured or Declined. */
  status: optionalString,
  /** *third-party*: in transaction details only, like `authorized_amount` in place of `total_amount`. */
  response_code: optionalString,
});
const amountDetails = answerObject({
  /** *example*: a text in the answer to a capture. *third-party*: a number in transaction details. */
  total_amount: optionalNumberOrString,
  authorized_amount: optionalNumberOrString,
  currency: optionalString,
});
const data = answerObject({
  transaction_info: v.nullish(transactionInfo),
  order_info: v.nullish(answerObject({ amount_details: v.nullish(amountDetails) })),
});

/**
 * *assumed*: words that may speak of an earlier capture, perhaps ours. Nobody publishes where a refusal has its words ("details" in `data`, says one page of the provider), so they
 * are looked for in every text and name but the merchant's own reference and the status of a capture.
 */
const isLeftOut = (name: string, value: unknown): boolean => name === 'reference_code' || value === 'Captured';

/** *example*: the answer to a capture. *third-party*: transaction details have the same envelope. */
export const answerSchema = v.pipe(
  v.looseObject({}),
  markEarlier(DUPLICATE_HINTS, isLeftOut),
  answerObject({
    /** *documented*: "Success, Error or Fail". */
    status: v.string(),
    message: optionalString,
    /** *third-party*: on failure an empty text by one page of the provider, an object with details by another. */
    data: v.nullish(v.union([v.string(), data])),
    /** Not a field of the provider: something in the answer may speak of an earlier capture, which makes a refusal doubtful. */
    saysEarlier: v.optional(v.literal(true)),
  }),
);

/** What is read of an answer. */
export type FirstokenAnswer = v.InferOutput<typeof answerSchema>;

/** `data.transaction_info`, or nothing where the answer has none. */
export function infoOf({ data }: FirstokenAnswer): Partial<v.InferOutput<typeof transactionInfo>> {
  return (typeof data === 'object' ? data?.transaction_info : undefined) ?? {};
}

/** The amount of an answer, under either of its names, and the whole amount of the authorization where it has that. */
export function amountOf({ data }: FirstokenAnswer): Reported & { readonly authorized: string | number | undefined } {
  const amount = typeof data === 'object' ? data?.order_info?.amount_details : undefined;
  const authorized = amount?.authorized_amount ?? undefined;
  return { authorized, major: amount?.total_amount ?? authorized, currency: amount?.currency ?? undefined };
}
