import { responseObject, optionalString, optionalStrings, shownStrings, words } from '@capture/core/provider';
import * as v from 'valibot';

/** *documented*, "Sample Response". *third-party*: on failure only the first three are guaranteed. */
export const responseSchema = responseObject({
  /** *example*: 1 is success. *third-party*: 0 is failure. */
  status: v.union([v.number(), v.string()]),
  /** *example*: `00` with success. */
  ErrorCode: optionalString,
  /** A message for humans: on success empty in Turkish, "Success Transaction" in English. Its words refuse nothing. */
  ErrorMSG: words,
  ...optionalStrings('type', 'transaction_id', 'passive_data', 'total', 'currency'),
  ...shownStrings('bank_id', 'time'),
  /** Undocumented in a response; compared if present. */
  merchant_trx_id: optionalString,
});

/** The members of a response that are read. */
export type PayfullResponse = v.InferOutput<typeof responseSchema>;
