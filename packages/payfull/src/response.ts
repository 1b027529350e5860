import { responseObject } from '@capture/core/provider';
import * as v from 'valibot';

const optionalText = v.nullish(v.string());

/** *page*, "Sample Response". On failure only the first three are guaranteed (vendor documentation). */
export const answerSchema = responseObject({
  /** *sample*: 1 is success. Vendor documentation: 0 is failure. */
  status: v.union([v.number(), v.string()]),
  /** *sample*: `00` with success. */
  ErrorCode: optionalText,
  /** For people only: in Turkish it is empty on success, in English it reads "Success Transaction". */
  ErrorMSG: optionalText,
  type: optionalText,
  transaction_id: optionalText,
  passive_data: optionalText,
  total: optionalText,
  currency: optionalText,
  bank_id: optionalText,
  time: optionalText,
  /** Not on the page; compared where an answer carries it. */
  merchant_trx_id: optionalText,
});

/** What is read of an answer. */
export type PayfullAnswer = v.InferOutput<typeof answerSchema>;
