import { amount, id, ipAddress, reference, wholeNumber, type Schema } from '@capture/core/provider';
import * as v from 'valibot';

/** Firstoken, page "Capture". The page explains the path only; the body is its example, and the explanations of other pages of the provider (*third-party*). */
const schema = v.strictObject({
  /** The transaction id of the authorization to capture (*documented*: `id` in the path, "a valid payment Transaction ID"). */
  authorizationId: id(),
  /** The amount to capture (*example*: `total_amount`, a JSON number, 1000 for 1000 COP, answered as `"1000.00"`). *third-party*: an integer; decimals for other amounts are *assumed*. */
  amount: amount(),
  /** Your own id of this capture, which comes back in the answer (*example*: `reference_code`; *third-party*: required). It cannot be looked up. */
  reference: reference(),
  /** The number of installments (*example*: `installments`; *third-party*: an integer, optional). */
  installments: v.optional(wholeNumber()),
  /** The address of the device that sends the request (*example*: `device_info.ip_address`). Optional is *assumed*: where absent, `device_info` is left out. */
  clientIp: v.optional(ipAddress()),
});

/** What a Firstoken capture takes. */
export interface FirstokenCaptureRequest extends v.InferInput<typeof schema> {}
/** @internal The same after checking. */
export interface CheckedFirstokenRequest extends v.InferOutput<typeof schema> {}

/** The schema under names that an editor can show. */
export const requestSchema: Schema<FirstokenCaptureRequest, CheckedFirstokenRequest> = schema;
