import {
  amount,
  bodyReference,
  id,
  ipAddress,
  wholeNumber,
  type Schema,
  type StorableFields,
} from '@capture/core/provider';
import * as v from 'valibot';

/**
 * Firstoken, page "Capture". The page explains the path only. The body is known from its example, and from other pages
 * of the provider (*third-party*).
 */
const schema = v.strictObject({
  /**
   * The transaction id of the authorization to capture (*documented*: `id` in the path, "a valid payment Transaction
   * ID").
   */
  authorizationId: id(),
  /**
   * The amount to capture (*example*: `total_amount`, a JSON number, 1000 for 1000 COP; the response has `"1000.00"`).
   * *third-party*: an integer. *assumed*: decimals for other amounts.
   */
  amount: amount(),
  /**
   * Your own id of this capture, which the response repeats (*example*: `reference_code`; *third-party*: required).
   * There is no lookup by it.
   */
  reference: bodyReference(),
  /** The number of installments (*example*: `installments`; *third-party*: an integer, optional). */
  installments: v.optional(wholeNumber()),
  /**
   * The IP address of the device that sends the request (*example*: `device_info.ip_address`; *assumed*: optional,
   * without it there is no `device_info`).
   */
  clientIp: v.optional(ipAddress()),
});

/** Request of a Firstoken capture. */
export interface FirstokenCaptureRequest extends v.InferInput<typeof schema> {}
/** Checked {@link FirstokenCaptureRequest}. */
export interface CheckedFirstokenRequest extends v.InferOutput<typeof schema> {}

/** The schema, with type names that editors can show. */
export const requestSchema: Schema<FirstokenCaptureRequest, CheckedFirstokenRequest> = schema;

/** The fields that may be stored between recording a capture and sending it. */
export const storable: StorableFields<FirstokenCaptureRequest> = {
  authorizationId: true,
  amount: true,
  reference: true,
  installments: true,
  clientIp: true,
};
