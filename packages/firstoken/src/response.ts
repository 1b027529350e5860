import {
  responseObject,
  DUPLICATE_HINTS,
  flagDuplicateHints,
  optionalNumberOrString,
  optionalString,
  shown,
  shownStrings,
  type ReportedAmount,
} from '@capture/core/provider';
import * as v from 'valibot';

const transactionInfo = responseObject({
  /**
   * *example*: capture_response. *third-party*: payment_response or transaction_details_response in transaction
   * details.
   */
  type: optionalString,
  reference_code: optionalString,
  ...shownStrings('request_id', 'reconciliation_id', 'created_at'),
  /** The id of the capture itself: 22 digits, more than a number holds exactly. */
  transaction_id: optionalString,
  /** *example*: Pending. *third-party*: Pending, Captured or Declined. */
  status: optionalString,
  /** *third-party*: in transaction details only, like `authorized_amount` in place of `total_amount`. */
  response_code: optionalString,
});
const amountDetails = responseObject({
  /** *example*: a string in the response to a capture. *third-party*: a number in transaction details. */
  total_amount: optionalNumberOrString,
  /** Decides lookups only, which do not believe a response without it. */
  authorized_amount: shown(v.union([v.number(), v.string()])),
  currency: optionalString,
});
const data = responseObject({
  transaction_info: v.nullish(transactionInfo),
  order_info: v.nullish(responseObject({ amount_details: v.nullish(amountDetails) })),
});

/**
 * Excludes the merchant's reference and the status of a capture from the search for duplicate hints. *assumed*: a
 * refusal may hold its message anywhere else, in values and in names, because its place is undocumented (*third-party*:
 * "details" in `data`).
 */
const isLeftOut = (name: string, value: unknown): boolean => name === 'reference_code' || value === 'Captured';

/** *example*: the response to a capture. *third-party*: transaction details have the same envelope. */
export const responseSchema = v.pipe(
  v.looseObject({}),
  flagDuplicateHints(DUPLICATE_HINTS, isLeftOut),
  responseObject({
    /** *documented*: "Success, Error or Fail". */
    status: v.string(),
    message: shown(v.string()),
    /** *third-party*: on failure an empty string on one page of the provider, an object with details on another. */
    data: v.nullish(v.union([v.string(), data])),
    /**
     * Not a member of the provider's: set if the response may indicate an earlier capture, which casts doubt on a
     * refusal.
     */
    duplicateHint: v.optional(v.literal(true)),
  }),
);

/** The members of a response that are read. */
export type FirstokenResponse = v.InferOutput<typeof responseSchema>;

/** Returns `data.transaction_info`, empty if the response has none. */
export function infoOf({ data }: FirstokenResponse): Partial<v.InferOutput<typeof transactionInfo>> {
  return (typeof data === 'object' ? data?.transaction_info : undefined) ?? {};
}

/** Returns the amount of a capture response. *example*: `total_amount`. What was authorized is no captured amount. */
export function capturedAmountOf(response: FirstokenResponse): ReportedAmount {
  const amount = amountDetailsOf(response);
  return { major: amount?.total_amount ?? undefined, currency: amount?.currency ?? undefined };
}

/** Returns the amount of transaction details. *third-party*: `authorized_amount` in place of `total_amount`. */
export function detailedAmountOf(response: FirstokenResponse): ReportedAmount {
  const { major, currency } = capturedAmountOf(response);
  return { major: major ?? amountDetailsOf(response)?.authorized_amount ?? undefined, currency };
}

function amountDetailsOf({ data }: FirstokenResponse) {
  return typeof data === 'object' ? data?.order_info?.amount_details : undefined;
}
