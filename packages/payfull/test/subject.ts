import { createHmac } from 'node:crypto';
import { defineSubject, type Answer, type Asked } from '@capture/conformance';
import { createPayfull, type PayfullCaptureRequest } from '../src/index.ts';

const password = 'canary/payfull+ parola ş';

/** *documented*, "Sample Response", for what was asked. */
const captured = ({ request, major, amount, reference }: Asked) => ({
  type: 'Capture',
  status: 1,
  transaction_id: '16252PRtA01010454',
  ErrorMSG: 'Success Transaction',
  ErrorCode: '00',
  passive_data: request['notes'],
  total: major,
  currency: amount.currency,
  bank_id: 'Akbank',
  time: '08-09-2016 03:17:44',
  merchant_trx_id: reference,
});
const altered = (change: object) => (asked: Asked) => ({ body: { ...captured(asked), ...change } });
const refused = (ErrorCode: string, status: unknown = 0): Answer => ({
  body: { type: 'Capture', status, ErrorCode, ErrorMSG: 'Islem reddedildi' },
});

const found = {
  type: 'Capture',
  status: 1,
  ErrorCode: '00',
  transaction_id: '16252PRtA01010454',
  merchant_trx_id: 'order-1042',
  total: '23.02',
  currency: 'TRY',
};

/** Payfull as the contract's kit sees it. */
export const subject = defineSubject({
  id: 'payfull',
  credentials: { password },
  create: (options) => createPayfull({ merchant: 'merchant name', ...options }),
  request: {
    authorizationId: 'T4U_8d8125d10a_481a77f38',
    amount: { minor: 2302, currency: 'TRY' },
    clientIp: '192.168.1.1',
    reference: 'order-1042',
    notes: 'just any passive data',
    language: 'tr',
  } satisfies PayfullCaptureRequest,
  required: ['authorizationId', 'amount', 'amount.minor', 'amount.currency', 'clientIp'],
  wire: {
    method: 'POST',
    path: '/integration/api/v1',
    body: 'form',
    amount: 'total',
    fields: {
      authorizationId: 'transaction_id',
      clientIp: 'client_ip',
      reference: 'merchant_trx_id',
      notes: 'passive_data',
      language: 'language',
    },
  },
  answers: {
    captured: (asked) => ({ body: captured(asked) }),
    declined: [
      { name: '05', code: 'declined', answer: () => refused('05') },
      { name: '04', code: 'card_lost_or_stolen', answer: () => refused('04') },
      { name: '14', code: 'card_invalid', answer: () => refused('14') },
      { name: '34', code: 'suspected_fraud', answer: () => refused('34') },
      { name: '41', code: 'card_lost_or_stolen', answer: () => refused('41') },
      { name: '43', code: 'card_lost_or_stolen', answer: () => refused('43') },
      { name: '51', code: 'insufficient_funds', answer: () => refused('51') },
      { name: '54', code: 'card_expired', answer: () => refused('54') },
      { name: '57', code: 'operation_not_allowed', answer: () => refused('57') },
      { name: '59', code: 'suspected_fraud', answer: () => refused('59') },
      { name: '61', code: 'limit_exceeded', answer: () => refused('61') },
      { name: '65', code: 'limit_exceeded', answer: () => refused('65') },
      { name: '82', code: 'cvv_invalid', answer: () => refused('82') },
    ],
    unknown: [
      { name: 'a code that is on no page', code: 'unknown_status', answer: () => refused('QQ') },
      { name: 'a fault of the bank', answer: () => refused('96') },
      { name: 'a code that hints at a duplicate', answer: () => refused('94') },
      { name: 'a failure without a code', answer: () => ({ body: { status: 0 } }) },
      { name: 'a third status', answer: () => refused('00', 2) },
      { name: 'a status as text', answer: () => refused('00', '1') },
    ],
    contradictions: [
      { name: 'success with the code of a refusal', answer: altered({ ErrorCode: '51' }) },
      { name: 'failure with the code of success', answer: altered({ status: 0 }) },
      { name: 'the success of a sale', answer: altered({ type: 'Sale' }) },
    ],
    captureId: 'transaction_id',
    amount: 'total',
    decisive: ['status', 'ErrorCode', 'type', 'total', 'currency'],
    compared: ['merchant_trx_id', 'passive_data'],
    names: ['reference', 'notes'],
  },
  signature: {
    field: 'hash',
    /** *documented*, "hash": values from A to Z by name, each after its length. */
    verify: ({ body = '' }) => {
      const { hash, ...fields } = Object.fromEntries(new URLSearchParams(body));
      const text = Object.keys(fields)
        .sort()
        .map((name) => fields[name] ?? '')
        .filter((value) => value !== '')
        .map((value) => `${Array.from(value).length}${value}`)
        .join('');
      return hash === createHmac('sha256', password).update(text).digest('hex');
    },
  },
  lookup: [
    {
      name: 'by reference',
      keys: { reference: 'order-1042', amount: { minor: 2302, currency: 'TRY' } },
      method: 'POST',
      path: '/integration/api/v1',
      answers: [
        { name: 'captured', says: 'captured', answer: { body: found } },
        { name: 'refused', says: 'declined', answer: { body: { ...found, status: 0, ErrorCode: '51' } } },
        { name: 'no such payment', says: 'not-found', answer: { body: { status: 0, ErrorCode: '12' } } },
        {
          name: 'a refused question, which repeats the reference',
          says: 'unknown',
          answer: { body: { status: 0, ErrorCode: '57', merchant_trx_id: 'order-1042' } },
        },
        { name: 'an unheard-of status', says: 'unknown', answer: { body: { ...found, status: 7 } } },
      ],
      others: [
        { name: 'another reference', answer: { body: { ...found, merchant_trx_id: 'order-1043' } } },
        { name: 'no reference', answer: { body: { ...found, merchant_trx_id: undefined } } },
        { name: 'another amount', answer: { body: { ...found, total: '2302.00' } } },
        { name: 'another currency', answer: { body: { ...found, currency: 'USD' } } },
        { name: 'a refund', answer: { body: { ...found, type: 'Return' } } },
        {
          name: 'the refusal of another amount',
          answer: { body: { ...found, status: 0, ErrorCode: '51', total: '2302.00' } },
        },
      ],
    },
  ],
});
