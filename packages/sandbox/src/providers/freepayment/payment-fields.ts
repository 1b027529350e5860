import { anyObject, anyText, boolean, ipAddress, object, openObject, optional, positiveInteger, string, time, webAddress } from '../../emulator/request-schema.ts'; // prettier-ignore

/**
 * The request of an authorization and of a payment. *third-party*: the gateway's page for alternative payment methods
 * has these fields and the length of the description. *assumed*: which are required, the other lengths, and that
 * `method` and `customer` are not looked into.
 */
export const paymentFields = object({
  request: object({
    amount: positiveInteger,
    currency: string({ pattern: /^[A-Z]{3}$/ }),
    description: anyText(255),
    test: optional(boolean),
    expired_at: optional(time),
    tracking_id: optional(string({ max: 255 })),
    ip: optional(ipAddress),
    language: optional(string({ max: 5 })),
    notification_url: optional(webAddress),
    verification_url: optional(webAddress),
    return_url: optional(webAddress),
    customer: optional(anyObject),
    additional_data: optional(anyObject),
    method: openObject({ type: string({ max: 64 }) }),
  }),
});
