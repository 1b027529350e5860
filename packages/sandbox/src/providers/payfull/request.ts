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

/** The fields of a capture. *third-party*: the total has a dot and exactly two decimals. */
export const captureFields = object({
  ...common,
  type: oneOf('Capture'),
  transaction_id: string({ max: 64 }),
  total: string({ max: 20, pattern: /^(0|[1-9]\d*)(\.\d{1,2})?$/ }),
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
