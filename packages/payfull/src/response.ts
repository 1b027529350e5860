import { answerObject, optionalString, optionalStrings } from '@capture/core/provider';
import * as v from 'valibot';

/** *documented*, "Sample Response". On failure only the first three are guaranteed (vendor documentation). */
export const answerSchema = answerObject({
  /** *example*: 1 is success. Vendor documentation: 0 is failure. */
  status: v.union([v.number(), v.string()]),
  /** *example*: `00` with success. */
  ErrorCode: optionalString,
  /** For people only: in Turkish it is empty on success, in English it reads "Success Transaction". */
  ErrorMSG: optionalString,
  ...optionalStrings('type', 'transaction_id', 'passive_data', 'total', 'currency', 'bank_id', 'time'),
  /** Not on the page; compared where an answer carries it. */
  merchant_trx_id: optionalString,
});

/** What is read of an answer. */
export type PayfullAnswer = v.InferOutput<typeof answerSchema>;
