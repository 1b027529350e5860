import { flagDuplicateHints, responseObject, type Reported } from '@capture/core/provider';
import * as v from 'valibot';

const optionalText = v.nullish(v.string());
/** *sample*: a text in the answer to a capture. *peer*: a number in transaction details. */
const numberOrText = v.nullish(v.union([v.number(), v.string()]));

const transactionInfo = responseObject({
  /** *sample*: capture_response. *peer*: payment_response or transaction_details_response in transaction details. */
  type: optionalText,
  reference_code: optionalText,
  /** The capture's own id: 22 digits, so a text. */
  transaction_id: optionalText,
  request_id: optionalText,
  /** *sample*: Pending. *peer*: Pending, Captured or Declined. */
  status: optionalText,
  reconciliation_id: optionalText,
  created_at: optionalText,
  /** *peer*: in transaction details only, like `authorized_amount` in place of `total_amount`. */
  response_code: optionalText,
});
const amountDetails = responseObject({
  total_amount: numberOrText,
  authorized_amount: numberOrText,
  currency: optionalText,
});
const data = responseObject({
  transaction_info: v.nullish(transactionInfo),
  order_info: v.nullish(responseObject({ amount_details: v.nullish(amountDetails) })),
});

/**
 * *guess*: words that may speak of an earlier capture, perhaps ours. Nobody publishes where a refusal has its words ("details" in `data`, says one page of the provider), so they
 * are looked for in every text and name but the merchant's own reference and the status of a capture.
 */
const EARLIER = /duplica|already|captur(?:ed|ad)|settled/i;
const isLeftOut = (name: string, value: unknown): boolean => name === 'reference_code' || value === 'Captured';

/** *sample*: the answer to a capture. *peer*: transaction details have the same envelope. */
export const answerSchema = v.pipe(
  v.looseObject({}),
  flagDuplicateHints(EARLIER, isLeftOut),
  responseObject({
    /** *page*: "Success, Error or Fail". */
    status: v.string(),
    message: optionalText,
    /** *peer*: on failure an empty text by one page of the provider, an object with details by another. */
    data: v.nullish(v.union([v.string(), data])),
    /** Not a field of the provider: something in the answer may speak of an earlier capture, which makes a refusal doubtful. */
    duplicateHint: v.optional(v.literal(true)),
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
