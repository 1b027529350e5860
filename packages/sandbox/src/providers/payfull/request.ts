import { ipAddress, object, oneOf, optional, text } from '../../emulator/rules.ts';

// *page*: names, and which are required; language is en or tr. *guess*: the lengths, and that an empty value is
// refused: public clients disagree on whether it is part of the hash, so it should not be sent.
const common = {
  merchant: text({ max: 64 }),
  language: oneOf('en', 'tr'),
  client_ip: ipAddress,
  passive_data: optional(text({ max: 1000 })),
  hash: text({ max: 64 }),
};

/** The fields of a capture. *peer*: the total has a dot and exactly two decimals. */
export const captureFields = object({
  ...common,
  type: oneOf('Capture'),
  transaction_id: text({ max: 64 }),
  total: text({ max: 20, pattern: /^(0|[1-9]\d*)\.\d{2}$/ }),
  merchant_trx_id: optional(text({ max: 64 })),
});

/** The fields of a status query. *peer*: another page of the provider. */
export const statusFields = object({
  ...common,
  type: oneOf('Get'),
  get_param: oneOf('TransactionStatus'),
  merchant_trx_id: text({ max: 64 }),
});
