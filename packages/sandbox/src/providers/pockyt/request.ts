import type { JsonObject } from '../../emulator/json.ts';
import { stringAt } from '../../emulator/json.ts';
import { Rejection } from '../../emulator/rejection.ts';
import { ipAddress, object, oneOf, optional, string } from '../../emulator/request-schema.ts';
import { SIMULATIONS } from './declines.ts';

/** *documented*: the eleven currencies that the page lists. */
const CURRENCIES = ['USD', 'CNY', 'PHP', 'IDR', 'KRW', 'HKD', 'THB', 'MYR', 'GBP', 'BDT', 'PKR'] as const;

// *documented*: the fields, which are required, and that all are strings. *third-party*: their names, which the page
// lost, and merGroupNo, which the vendor's SDKs send and sign. *assumed*: the lengths. None is published, so they are
// generous: 1000 characters of text, addresses of 2048, any list of goods.
const FIELDS = {
  merGroupNo: optional(string({ max: 64 })),
  merchantNo: string({ max: 32 }),
  storeNo: string({ max: 32 }),
  amount: string({ max: 20, pattern: /^(0|[1-9]\d*)(\.\d+)?$/ }),
  cardCvv: string({ pattern: /^\d{3,4}$/ }),
  cardExpMonth: string({ pattern: /^(0[1-9]|1[0-2])$/ }),
  cardExpYear: string({ pattern: /^\d{4}$/ }),
  cardNumber: string({ pattern: /^\d{12,19}$/ }),
  currency: oneOf(...CURRENCIES),
  customerNo: optional(string({ max: 64 })),
  clientIp: optional(ipAddress),
  note: optional(string({ max: 1000 })),
  reference: string({ max: 128 }),
  settleCurrency: oneOf('USD', 'GBP'),
  vendor: oneOf('creditcard'),
  terminal: oneOf('ONLINE', 'WAP'),
  goodsInfo: optional(jsonString),
  ipnUrl: optional(secureUrl),
  callbackUrl: optional(string({ max: 2048, pattern: /^https?:\/\/\S+$/ })),
  verifySign: string({ max: 32 }),
};
const captureFields = object(FIELDS);

/** The checked fields of a capture, and the simulated decline, if any. */
export function readCapture(sent: JsonObject) {
  // *assumed*: the page prints a default of the simulation field but lost its name, so any one name is accepted.
  const extra = Object.keys(sent).filter((name) => !Object.hasOwn(FIELDS, name));
  const [simulation] = extra.filter((name) => stringAt(sent, name)?.startsWith('CCREJECT-'));
  const rest = Object.fromEntries(Object.entries(sent).filter(([name]) => name !== simulation));
  const fields = captureFields(rest, '');
  // *documented*: "When the currency is GBP, the settlement currency is GBP. All other currencies settle with USD".
  if (fields.settleCurrency !== (fields.currency === 'GBP' ? 'GBP' : 'USD')) {
    throw new Rejection('conflict', 'settleCurrency', 'does not go with the currency');
  }
  return {
    fields,
    simulated: simulation === undefined ? undefined : (SIMULATIONS[stringAt(sent, simulation) ?? ''] ?? 'declined'),
  };
}

/**
 * The fields of a lookup. *third-party*: it is signed like a capture, and identifies the payment by exactly one of the
 * two ids.
 */
export const lookupFields = object({
  merGroupNo: optional(string({ max: 64 })),
  merchantNo: string({ max: 32 }),
  storeNo: string({ max: 32 }),
  reference: optional(string({ max: 128 })),
  transactionNo: optional(string({ max: 64 })),
  verifySign: string({ max: 32 }),
});

/** The fields of a refund. *third-party*: names, and which are required; exactly one of the two ids of the payment. */
export const refundFields = object({
  merGroupNo: optional(string({ max: 64 })),
  merchantNo: string({ max: 32 }),
  storeNo: string({ max: 32 }),
  reference: optional(string({ max: 128 })),
  transactionNo: optional(string({ max: 64 })),
  refundAmount: FIELDS.amount,
  currency: FIELDS.currency,
  settleCurrency: FIELDS.settleCurrency,
  refundReference: optional(string({ max: 128 })),
  ipnUrl: FIELDS.ipnUrl,
  verifySign: string({ max: 32 }),
});

// *third-party*: goodsInfo is JSON in a string, one object or an array of them.
function jsonString(value: unknown, path: string): string {
  const json = string({ max: Infinity, pattern: /^[[{]/ })(value, path);
  try {
    JSON.parse(json);
    return json;
  } catch {
    throw new Rejection('invalid', path, 'has to be JSON');
  }
}

// *documented*: "The IPN URL must be secure". Loopback is allowed, so that a receiver can run during development.
function secureUrl(value: unknown, path: string): string {
  return string({ max: 2048, pattern: /^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost|\[::1\])([:/]|$))\S*$/ })(
    value,
    path,
  );
}
