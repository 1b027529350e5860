import { createHmac } from 'node:crypto';
import { defineSubject, type ReceivedRequest, type SampleResponse } from '@capture/conformance';
import { createPayfull, type PayfullCaptureRequest } from '../src/index.ts';

const password = 'canary/payfull+ parola ş';

/** *documented*, "Sample Response", for what was asked. */
const captured = ({ request, major, amount, reference }: ReceivedRequest) => ({
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
const altered = (change: object) => (received: ReceivedRequest) => ({ body: { ...captured(received), ...change } });
const refused = (ErrorCode: string, status: unknown = 0): SampleResponse => ({
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
  responses: {
    captured: (received) => ({ body: captured(received) }),
    declined: [
      { name: '05', code: 'declined', response: () => refused('05') },
      { name: '04', code: 'card_lost_or_stolen', response: () => refused('04') },
      { name: '14', code: 'card_invalid', response: () => refused('14') },
      { name: '34', code: 'suspected_fraud', response: () => refused('34') },
      { name: '41', code: 'card_lost_or_stolen', response: () => refused('41') },
      { name: '43', code: 'card_lost_or_stolen', response: () => refused('43') },
      { name: '51', code: 'insufficient_funds', response: () => refused('51') },
      { name: '54', code: 'card_expired', response: () => refused('54') },
      { name: '57', code: 'operation_not_allowed', response: () => refused('57') },
      { name: '59', code: 'suspected_fraud', response: () => refused('59') },
      { name: '61', code: 'limit_exceeded', response: () => refused('61') },
      { name: '65', code: 'limit_exceeded', response: () => refused('65') },
      { name: '82', code: 'cvv_invalid', response: () => refused('82') },
    ],
    unknown: [
      {
        name: '03, an invalid merchant',
        code: 'credentials_rejected',
        response: () => ({ body: { status: 0, ErrorCode: '03' } }),
      },
      {
        name: 'words that reject the merchant',
        code: 'credentials_rejected',
        response: () => ({ body: { status: 0, ErrorCode: 'QQ', ErrorMSG: 'Üye işyeri bulunamadı' } }),
      },
      {
        name: 'words that reject the hash',
        code: 'signature_rejected',
        response: () => ({ body: { status: 0, ErrorCode: 'QQ', ErrorMSG: 'Invalid hash' } }),
      },
      { name: 'a code that is on no page', code: 'unknown_status', response: () => refused('QQ') },
      { name: 'a fault of the bank', response: () => refused('96') },
      { name: 'a code that hints at a duplicate', response: () => refused('94') },
      { name: 'a failure without a code', response: () => ({ body: { status: 0 } }) },
      { name: 'a third status', response: () => refused('00', 2) },
      { name: 'a status as text', response: () => refused('00', '1') },
    ],
    contradictions: [
      { name: 'success with the code of a refusal', response: altered({ ErrorCode: '51' }) },
      { name: 'failure with the code of success', response: altered({ status: 0 }) },
      { name: 'the success of a sale', response: altered({ type: 'Sale' }) },
    ],
    captureId: 'transaction_id',
    amount: 'total',
    decisive: ['status', 'ErrorCode', 'type', 'total', 'currency'],
    compared: ['merchant_trx_id', 'passive_data'],
    repeats: ['reference', 'notes'],
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
      responses: [
        { name: 'captured', expected: 'captured', response: { body: found } },
        { name: 'refused', expected: 'declined', response: { body: { ...found, status: 0, ErrorCode: '51' } } },
        { name: 'no such payment', expected: 'not-found', response: { body: { status: 0, ErrorCode: '25' } } },
        {
          name: 'a refusal without a meaning',
          expected: 'unknown',
          response: { body: { status: 0, ErrorCode: '12' } },
        },
        {
          name: 'a refused question, which repeats the reference',
          expected: 'unknown',
          response: { body: { status: 0, ErrorCode: '57', merchant_trx_id: 'order-1042' } },
        },
        { name: 'an unheard-of status', expected: 'unknown', response: { body: { ...found, status: 7 } } },
      ],
      others: [
        { name: 'another reference', response: { body: { ...found, merchant_trx_id: 'order-1043' } } },
        { name: 'no reference', response: { body: { ...found, merchant_trx_id: undefined } } },
        { name: 'another amount', response: { body: { ...found, total: '2302.00' } } },
        { name: 'another currency', response: { body: { ...found, currency: 'USD' } } },
        { name: 'a refund', response: { body: { ...found, type: 'Return' } } },
        {
          name: 'the refusal of another amount',
          response: { body: { ...found, status: 0, ErrorCode: '51', total: '2302.00' } },
        },
      ],
    },
  ],
});
