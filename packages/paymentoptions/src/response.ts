import {
  responseObject,
  DUPLICATE_HINTS,
  flagDuplicateHints,
  optionalNumberOrString,
  optionalString,
  optionalStrings,
  shown,
  shownStrings,
} from '@capture/core/provider';
import * as v from 'valibot';

/**
 * Excludes the card and the merchant's own strings from the search for duplicate hints. *assumed*: a refusal may hold
 * its message anywhere else, in values and in names, because its place is undocumented.
 */
const isLeftOut = (name: string): boolean => ['card', 'merchant_details', 'merchant_txn_ref'].includes(name);

/**
 * *example*: the response to a capture. *third-party*: a status response has the same envelope. *assumed*: so has a
 * refusal, with `success` false. `payment_details.card` is left out on purpose: it holds the full card number, and
 * members outside this schema are dropped.
 */
export const responseSchema = v.pipe(
  v.looseObject({}),
  flagDuplicateHints(DUPLICATE_HINTS, isLeftOut, ({ success }: { readonly success?: unknown }) => success === false),
  responseObject({
    success: v.boolean(),
    /** *example*: 201 with a capture. *third-party*: 200 with a status. */
    status_code: v.nullish(v.number()),
    /** *example*: false for a test payment. */
    is_live: shown(v.boolean()),
    /** *example*: CAPTURE. *third-party*: PRE_AUTH is an authorization, and a purchase is CAPTURE as well. */
    transaction_type: optionalString,
    gateway_response: v.nullish(
      // *example*: INFO and INFO0001. *third-party*: INFO0000 payment or authorization, INFO0002 refund, INFO0003 void,
      // ERR3xxx risk rules.
      responseObject({ ...optionalStrings('type', 'code'), ...shownStrings('version', 'message') }),
    ),
    merchant_details: v.nullish(
      // `mid` is merchant_id of the request; `merchant_txn_ref` is that of the authorization.
      responseObject({ ...optionalStrings('mid', 'merchant_txn_ref'), ...shownStrings('legal_name') }),
    ),
    payment_details: v.nullish(
      responseObject({
        /** *third-party*: a number in one call and a string in another. */
        amount: optionalNumberOrString,
        response_code: optionalNumberOrString,
        currency: optionalString,
        ...shownStrings('auth_code', 'payment_method', 'scheme'),
        additional_data: shown(responseObject({ payment_data_source: shown(responseObject(shownStrings('type'))) })),
      }),
    ),
    transaction_details: v.nullish(
      // *example*: `id` is the capture's own. *third-party*: a status response has no merchant_txn_ref here.
      responseObject({
        ...optionalStrings('id', 'merchant_txn_ref'),
        ref: shown(v.union([v.number(), v.string()])),
        ...shownStrings('timestamp'),
      }),
    ),
    /**
     * Not a member of the provider's: set if a refusal may indicate an earlier capture. What was searched is dropped.
     */
    duplicateHint: v.optional(v.literal(true)),
  }),
);

/** The members of a response that are read. */
export type PaymentOptionsResponse = v.InferOutput<typeof responseSchema>;
