import { stringAt } from '../../emulator/json.ts';
import type { JsonObject } from '../../emulator/json.ts';
import { Rejection } from '../../emulator/rejection.ts';
import { ipAddress, object, oneOf, optional, string } from '../../emulator/request-schema.ts';
import { SIMULATIONS } from './declines.ts';

/** *page*: the eleven currencies that the page lists. */
const CURRENCIES = ['USD', 'CNY', 'PHP', 'IDR', 'KRW', 'HKD', 'THB', 'MYR', 'GBP', 'BDT', 'PKR'] as const;

// *page*: which fields there are, which are required, and that all are text. *peer*: their names, which the page lost.
// *guess*: the lengths.
const FIELDS = {
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
  note: optional(string({ max: 500 })),
  reference: string({ max: 128 }),
  settleCurrency: oneOf('USD', 'GBP'),
  vendor: oneOf('creditcard'),
  terminal: oneOf('ONLINE', 'WAP'),
  goodsInfo: optional(jsonText),
  ipnUrl: optional(secureUrl),
  callbackUrl: optional(string({ max: 1024, pattern: /^https?:\/\/\S+$/ })),
  verifySign: string({ max: 32 }),
};
const captureFields = object(FIELDS);

/** The checked fields of a capture, and the simulated failure if one was asked for. */
export function readCapture(sent: JsonObject) {
  // *guess*: the page prints a default of the simulation field and lost its name, so any one name is taken.
  const extra = Object.keys(sent).filter((name) => !Object.hasOwn(FIELDS, name));
  const [simulation] = extra.filter((name) => stringAt(sent, name)?.startsWith('CCREJECT-'));
  const rest = Object.fromEntries(Object.entries(sent).filter(([name]) => name !== simulation));
  const fields = captureFields(rest, '');
  // *page*: "When the currency is GBP, the settlement currency is GBP. All other currencies settle with USD".
  if (fields.settleCurrency !== (fields.currency === 'GBP' ? 'GBP' : 'USD')) {
    throw new Rejection('conflict', 'settleCurrency', 'does not go with the currency');
  }
  return {
    fields,
    simulated: simulation === undefined ? undefined : (SIMULATIONS[stringAt(sent, simulation) ?? ''] ?? 'declined'),
  };
}

/** *peer*: a look-up names the payment by exactly one of the two ids. */
export const lookupFields = object({
  merchantNo: string({ max: 32 }),
  storeNo: string({ max: 32 }),
  reference: optional(string({ max: 128 })),
  transactionNo: optional(string({ max: 64 })),
  verifySign: string({ max: 32 }),
});

// *peer*: goodsInfo is JSON inside a text, one object or a list of them.
function jsonText(value: unknown, path: string): string {
  const json = string({ max: 4096, pattern: /^[[{]/ })(value, path);
  try {
    JSON.parse(json);
    return json;
  } catch {
    throw new Rejection('invalid', path, 'has to be JSON');
  }
}

// *page*: "The IPN URL must be secure". Loopback is let through, or nobody could receive one while developing.
function secureUrl(value: unknown, path: string): string {
  return string({ max: 1024, pattern: /^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost|\[::1\])([:/]|$))\S*$/ })(
    value,
    path,
  );
}
