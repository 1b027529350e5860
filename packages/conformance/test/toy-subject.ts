import { createHmac } from 'node:crypto';
import { defineSubject, type ReceivedRequest, type KitOptions } from '../src/index.ts';
import { createToy } from './toy.ts';

const credentials = { secret: 'toy secret/+ü 93af', notificationSecret: 'toy-notification-51bc' };

const payment = ({ reference, authorizationId, major, amount, request }: ReceivedRequest) => ({
  id: 'C-2001',
  of: authorizationId,
  reference,
  amount: major,
  currency: amount.currency,
  note: request['note'],
});
const captured = (received: ReceivedRequest) => ({
  body: { ok: true, state: 'done', code: '00', payment: payment(received) },
});
const refused = (code: string, status = 200) => ({
  status,
  body: { ok: false, state: 'refused', code, message: `refused (${code})` },
});

/** Signs as the made-up provider documents it, independently of the client. */
const hmac = (content: string): string => createHmac('sha256', credentials.secret).update(content).digest('hex');

const signed = (body: string, key: string) => ({
  body,
  headers: { 'x-signature': createHmac('sha256', key).update(body).digest('hex') },
});
const notification = (key: string, statement: object = {}, reference = 'order-1042') => {
  const payment = { id: 'C-2001', reference, amount: '23.02', currency: 'EUR', note: 'two tickets' };
  const content = { ok: true, state: 'done', code: '00', about: 'capture', ...statement, payment };
  return signed(JSON.stringify(content), key);
};

const found = { id: 'C-2001', reference: 'order-1042', amount: '23.02', currency: 'EUR' };
const deciding = {
  decisive: ['ok', 'state', 'code', 'payment.id', 'payment.reference', 'payment.amount', 'payment.currency'],
  added: { objection: 'none' },
};
const done = { ok: true, state: 'done', code: '00', payment: found };

export const toySubject = defineSubject({
  id: 'toy',
  credentials,
  optionalCredentials: ['notificationSecret'],
  create: (options) => createToy({ shop: 'S-1', ...options }),
  request: {
    authorizationId: 'A-1001',
    amount: { minor: 2302, currency: 'EUR' },
    reference: 'order-1042',
    note: 'two tickets',
    payerIp: '192.168.1.1',
    payer: { number: '5425233430109903', cvv: '123', expiryMonth: '04', expiryYear: '2026' },
  },
  required: ['authorizationId', 'amount', 'amount.minor', 'amount.currency', 'reference'],
  secrets: ['payer.number', 'payer.cvv'],
  environments: { live: 'https://api.toy.example/v1', sandbox: 'https://test.toy.example/v1' },
  wire: {
    method: 'POST',
    path: '/payments/{authorizationId}/capture',
    body: 'json',
    amount: 'amount',
    currency: 'currency',
    fields: { reference: 'reference', note: 'note', payerIp: 'payerIp' },
  },
  responses: {
    captured,
    pending: (received) => ({ body: { ok: true, state: 'waiting', code: '00', payment: payment(received) } }),
    declined: [
      { name: 'insufficient funds', code: 'insufficient_funds', response: () => refused('51') },
      { name: 'a wrong signature', code: 'credentials_rejected', response: () => refused('401', 401) },
      { name: 'no such authorization', code: 'authorization_not_found', response: () => refused('404', 404) },
    ],
    unknown: [
      { name: 'an unknown code', code: 'unknown_status', response: () => refused('99') },
      { name: 'a duplicate', code: 'duplicate_reference', response: () => refused('409', 409) },
    ],
    contradictions: [
      { name: 'done, and not ok', response: (received) => ({ body: { ...captured(received).body, ok: false } }) },
      {
        name: 'done, with the code of a refusal',
        response: (received) => ({ body: { ...captured(received).body, code: '51' } }),
      },
    ],
    captureId: 'payment.id',
    amount: 'payment.amount',
    decisive: ['ok', 'state', 'code', 'payment.reference', 'payment.amount', 'payment.currency'],
    compared: ['payment.of'],
    added: { objection: 'none' },
    environment: { field: 'live', live: true, sandbox: false },
    repeats: ['reference', 'authorizationId'],
  },
  signature: {
    field: 'signature',
    verify: ({ body = '' }) => {
      const { signature, ...fields } = JSON.parse(body) as Record<string, string>;
      const lines = Object.keys(fields)
        .sort()
        .map((name) => `${name}=${fields[name] ?? ''}\n`);
      return signature === hmac(lines.join(''));
    },
  },
  lookup: [
    {
      name: 'by reference',
      keys: { reference: 'order-1042', amount: { minor: 2302, currency: 'EUR' } },
      method: 'POST',
      path: '/find',
      deciding,
      responses: [
        { name: 'done', expected: 'captured', response: { body: done } },
        { name: 'waiting', expected: 'pending', response: { body: { ...done, state: 'waiting' } } },
        { name: 'refused', expected: 'undecidable', response: { body: { ...refused('51').body, payment: found } } },
        { name: 'none', expected: 'not-found', response: refused('none', 404) },
        { name: 'a failure', expected: 'unknown', response: refused('99') },
      ],
      others: [
        { name: 'another reference', response: { body: { ...done, payment: { ...found, reference: 'order-1' } } } },
        { name: 'another amount', response: { body: { ...done, payment: { ...found, amount: '230.20' } } } },
      ],
    },
    {
      name: 'by a reference of one attempt',
      keys: { reference: 'order-1042', amount: { minor: 2302, currency: 'EUR' }, knownCaptureIds: [] },
      method: 'POST',
      path: '/find',
      deciding,
      responses: [
        { name: 'done', expected: 'captured', response: { body: done } },
        { name: 'refused', expected: 'declined', response: { body: { ...refused('51').body, payment: found } } },
      ],
    },
    {
      name: 'by the id of the capture',
      keys: { captureId: 'C-2001' },
      method: 'POST',
      path: '/find',
      deciding,
      responses: [{ name: 'done', expected: 'captured', response: { body: done } }],
      others: [{ name: 'another id', response: { body: { ...done, payment: { ...found, id: 'C-1' } } } }],
    },
  ],
  webhook: {
    captured: () => notification(credentials.notificationSecret),
    deciding: { ...deciding, decisive: ['about', ...deciding.decisive] },
    amount: 'payment.amount',
    sign: (body) => signed(body, credentials.notificationSecret),
    stating: (environment) => notification(credentials.notificationSecret, { live: environment === 'live' }),
    forged: () => notification('another secret'),
    others: [
      { name: 'a refund', notification: () => notification(credentials.notificationSecret, { about: 'refund' }) },
    ],
    signature: { header: 'x-signature' },
    repeating: (reference) => notification(credentials.notificationSecret, {}, reference),
    credential: 'notificationSecret',
    withoutKey: (options: KitOptions) => createToy({ ...options, shop: 'S-1', secret: credentials.secret }),
  },
});
