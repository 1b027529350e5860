import type { EmulatorRequest } from '../../emulator/http-types.ts';
import type { JsonValue } from '../../emulator/json.ts';
import { Rejection } from '../../emulator/rejection.ts';
import { anyText, ipAddress, object, oneOf, optional, string } from '../../emulator/request-schema.ts';

// *documented*: names, and which are required; language is en or tr; "any passive data". *third-party*, the vendor's
// own PHP client: an unknown address is UNKNOWN, behind proxies it is their list, and a total is written as PHP prints
// a number. *assumed*: the lengths, and that an empty value is refused: public clients disagree on whether the hash
// covers it, so it should not be sent.
const common = {
  merchant: string({ max: 64 }),
  language: oneOf('en', 'tr'),
  client_ip: clientAddress,
  passive_data: optional(anyText(1000)),
  hash: string({ max: 64 }),
};

const total = string({ max: 20, pattern: /^(0|[1-9]\d*)(\.\d{1,2})?$/ });

/** The fields of a capture. *third-party*: the total has a dot and exactly two decimals. */
export const captureFields = object({
  ...common,
  type: oneOf('Capture'),
  transaction_id: string({ max: 64 }),
  total,
  merchant_trx_id: optional(string({ max: 64 })),
});

/**
 * The fields of a Preauth. *third-party*: those of a sale in the vendor's own PHP client, with the four currencies that
 * it lets through. *assumed*: the value of `type`, which fields are required, and their lengths.
 */
export const authorizationFields = object({
  ...common,
  type: oneOf('Preauth'),
  total,
  currency: oneOf('TRY', 'USD', 'EUR', 'GBP'),
  installments: optional(string({ pattern: /^\d{1,2}$/ })),
  payment_title: optional(anyText(50)),
  cc_name: anyText(50),
  cc_number: string({ pattern: /^\d{12,19}$/ }),
  cc_month: string({ pattern: /^(0[1-9]|1[0-2])$/ }),
  cc_year: string({ pattern: /^(\d{2}|\d{4})$/ }),
  cc_cvc: string({ pattern: /^\d{3,4}$/ }),
  customer_firstname: optional(anyText(64)),
  customer_lastname: optional(anyText(64)),
  customer_email: optional(string({ max: 128 })),
  customer_phone: optional(string({ max: 32 })),
  customer_tc: optional(string({ pattern: /^\d{11}$/ })),
  bank_id: optional(string({ max: 64 })),
  gateway: optional(string({ max: 64 })),
  merchant_trx_id: optional(string({ max: 64 })),
});

/** The fields of a Cancel. *third-party*: the provider's page and its PHP client. */
export const cancelFields = object({
  ...common,
  type: oneOf('Cancel'),
  transaction_id: string({ max: 64 }),
  merchant_trx_id: optional(string({ max: 64 })),
});

/** The fields of a Return. *third-party*: the same, with a total. */
export const returnFields = object({
  ...common,
  type: oneOf('Return'),
  transaction_id: string({ max: 64 }),
  total,
  merchant_trx_id: optional(string({ max: 64 })),
});

/** The fields of a status inquiry. *third-party*: another page of the provider. */
export const statusFields = object({
  ...common,
  type: oneOf('Get'),
  get_param: oneOf('TransactionStatus'),
  merchant_trx_id: string({ max: 64 }),
});

/**
 * A field of the body that is needed before the body is checked; `undefined` if it is absent or the body unreadable.
 */
export function fieldOf({ body }: EmulatorRequest, name: string): JsonValue | undefined {
  return body instanceof Rejection ? undefined : body[name];
}

function clientAddress(value: unknown, path: string): string {
  const sent = string()(value, path);
  if (sent !== 'UNKNOWN') for (const address of sent.split(',')) ipAddress(address.trim(), path);
  return sent;
}
