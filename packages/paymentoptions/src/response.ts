import {
  answerObject,
  DUPLICATE_HINTS,
  markEarlier,
  optionalNumberOrString,
  optionalString,
  optionalStrings,
} from '@capture/core/provider';
import * as v from 'valibot';

/**
 * *assumed*: words of a refusal that may speak of an earlier capture, perhaps ours. Nobody publishes where a refusal has its words, so they are looked for in every text and name but
 * the card and the merchant's own.
 */
const isLeftOut = (name: string): boolean => ['card', 'merchant_details', 'merchant_txn_ref'].includes(name);

/**
 * *example*: the answer to a capture. *third-party*: a status answer has the same envelope. *assumed*: a refusal has it too, with `success` false. `payment_details.card` is left out on
 * purpose: it holds the whole card number, and what is not in this schema goes no further.
 */
export const answerSchema = v.pipe(
  v.looseObject({}),
  markEarlier(DUPLICATE_HINTS, isLeftOut, ({ success }: { readonly success?: unknown }) => success === false),
  answerObject({
    success: v.boolean(),
    /** *example*: 201 with a capture. *third-party*: 200 with a status. */
    status_code: v.nullish(v.number()),
    /** *example*: false for a test payment. */
    is_live: v.nullish(v.boolean()),
    /** *example*: CAPTURE. *third-party*: PRE_AUTH is an authorization, and a purchase is CAPTURE as well. */
    transaction_type: optionalString,
    gateway_response: v.nullish(
      // *example*: INFO and INFO0001. *third-party*: INFO0000 payment or authorization, INFO0002 refund, INFO0003 void, ERR3xxx risk rules.
      answerObject(optionalStrings('version', 'type', 'message', 'code')),
    ),
    merchant_details: v.nullish(
      // `mid` is what the request calls merchant_id, `merchant_txn_ref` is the authorization's.
      answerObject(optionalStrings('legal_name', 'mid', 'merchant_txn_ref')),
    ),
    payment_details: v.nullish(
      answerObject({
        /** *third-party*: a number in one call and a text in another. */
        amount: optionalNumberOrString,
        response_code: optionalNumberOrString,
        ...optionalStrings('currency', 'auth_code', 'payment_method', 'scheme'),
        additional_data: v.nullish(
          answerObject({ payment_data_source: v.nullish(answerObject({ type: optionalString })) }),
        ),
      }),
    ),
    transaction_details: v.nullish(
      // *example*: `id` is the capture's own. *third-party*: a status answer has no merchant_txn_ref here.
      answerObject({ ref: optionalNumberOrString, ...optionalStrings('id', 'timestamp', 'merchant_txn_ref') }),
    ),
    /** Not a field of the provider: something in the refusal may speak of an earlier capture. Only this mark is kept of what was searched. */
    saysEarlier: v.optional(v.literal(true)),
  }),
);

/** What is read of an answer. */
export type PaymentOptionsAnswer = v.InferOutput<typeof answerSchema>;
