import { createHash } from 'node:crypto';
import { defineSubject, type ReceivedRequest, type SampleResponse } from '@capture/conformance';
import { createPockyt, type PockytCaptureRequest } from '../src/index.ts';
import { notification as members } from './support.ts';

const token = 'canary-5cbfb079f15b/150122+ü';
const account = { merchantNo: '200043', storeNo: '300014' };

/** *third-party*, the vendor's sample, for what was asked. */
const payment = ({ reference, major, amount }: ReceivedRequest, status: string) => ({
  transactionNo: '305680500880311923',
  reference,
  amount: major,
  currency: amount.currency,
  customerNo: '2000299440486216204525',
  status,
});
const answered =
  (status: string, change: object = {}, code = '000100') =>
  (received: ReceivedRequest): SampleResponse => ({
    body: { ret_code: code, ret_msg: 'success', result: { ...payment(received, status), ...change } },
  });
const refused =
  (ret_code: string, ret_msg = 'no') =>
  (): SampleResponse => ({ body: { ret_code, ret_msg } });

const found = {
  amount: '10.00',
  currency: 'USD',
  reference: 'test202001011305',
  settleCurrency: 'USD',
  status: 'success',
  transactionNo: '297553638300708562',
  transactionType: 'payment',
};
const query = (change: object = {}, ret_code = '000100'): SampleResponse => ({
  body: { ret_code, ret_msg: 'query success', result: { ...found, ...change } },
});

const deciding = {
  decisive: [
    'ret_code',
    'result.status',
    'result.reference',
    'result.amount',
    'result.currency',
    'result.transactionNo',
  ],
  compared: ['result.transactionType'],
};

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

/** *third-party*, the vendor's "Signing API Parameters". */
function sign(fields: Readonly<Record<string, string>>, key: string): string {
  const pairs = Object.keys(fields)
    .filter((name) => name !== 'verifySign' && fields[name] !== '')
    .sort()
    .map((name) => `${name}=${fields[name] ?? ''}`);
  return md5(`${pairs.join('&')}&${md5(key)}`);
}

/** *third-party*, the vendor's "Webhook Notification Reference". */
function notification(key: string, change: Readonly<Record<string, string>> = {}) {
  return signed({ ...members, ...change }, key);
}

function signed({ ...content }: Readonly<Record<string, string>>, key: string) {
  const body = new URLSearchParams({ ...content, verifySign: sign(content, key) }).toString();
  return { body, headers: { 'content-type': 'application/x-www-form-urlencoded' } };
}

/** Pockyt as the contract's kit sees it. */
export const subject = defineSubject({
  id: 'pockyt',
  credentials: { token },
  create: (options) => createPockyt({ ...account, ...options }),
  request: {
    amount: { minor: 30000, currency: 'USD' },
    card: { number: '5425233430109903', cvv: '123', expiryMonth: '04', expiryYear: '2026' },
    reference: '1699583693607',
    notes: 'test note',
    customerNo: '2000299440486216204525',
    clientIp: '192.168.1.1',
    ipnUrl: 'https://zk-tys.yunkeguan.com/ttest/test',
    callbackUrl: 'http://zk-tys.yunkeguan.com/ttest/test2?status={status}',
    terminal: 'ONLINE',
    settleCurrency: 'USD',
    simulateFailure: 'CCREJECT-REFUSED',
    goodsInfo: {
      name: 'a chair',
      quantity: 2,
      category: 'PHYSICAL_GOODS',
      description: 'a wooden chair',
      amount: '150.00',
      tax: '1.50',
    },
  } satisfies PockytCaptureRequest,
  required: [
    'amount',
    'amount.minor',
    'amount.currency',
    'card',
    'card.number',
    'card.cvv',
    'card.expiryMonth',
    'card.expiryYear',
    'reference',
  ],
  environments: { live: 'https://mapi.yuansfer.com', sandbox: 'https://mapi.yuansferdev.com' },
  wire: {
    method: 'POST',
    path: '/order/v4/capture',
    body: 'json',
    amount: 'amount',
    currency: 'currency',
    fields: {
      'card.number': 'cardNumber',
      'card.cvv': 'cardCvv',
      'card.expiryMonth': 'cardExpMonth',
      'card.expiryYear': 'cardExpYear',
      reference: 'reference',
      notes: 'note',
      customerNo: 'customerNo',
      clientIp: 'clientIp',
      ipnUrl: 'ipnUrl',
      callbackUrl: 'callbackUrl',
      terminal: 'terminal',
      settleCurrency: 'settleCurrency',
      simulateFailure: 'cardHolderName',
    },
  },
  responses: {
    captured: answered('success', { paymentTime: '2024-12-03T21:00:00Z' }),
    pending: answered('pending', { authenticationUrl: 'https://www.sandbox.paypal.com/' }),
    declined: [
      { name: 'a failed payment', code: 'declined', response: answered('failed') },
      { name: '000010, wrong API version', code: 'invalid_request', response: refused('000010') },
      { name: '000020, a parameter is missing', code: 'invalid_request', response: refused('000020') },
      { name: '000021, nothing like it', code: 'invalid_request', response: refused('000021') },
      { name: '000022, parameters contradict', code: 'invalid_request', response: refused('000022') },
      { name: '000023, wrong value', code: 'invalid_request', response: refused('000023') },
      { name: '000023, wrong signature', code: 'signature_rejected', response: refused('000023', 'verifySign error') },
      { name: '000030, no permission', code: 'operation_not_allowed', response: refused('000030') },
    ],
    unknown: [
      { name: '000000, system error', code: 'provider_error', response: refused('000000') },
      { name: '000080, upstream failed', code: 'provider_error', response: refused('000080') },
      { name: '000040, which has two meanings', code: 'unknown_status', response: refused('000040') },
      { name: 'a code that is on no page', code: 'unknown_status', response: refused('000777') },
      {
        name: 'a repeated reference',
        code: 'duplicate_reference',
        response: refused('000023', 'The reference already exists'),
      },
      { name: 'a status that is on no page', code: 'unknown_status', response: answered('closed') },
      { name: 'processed, and no payment', response: refused('000100', 'success') },
    ],
    contradictions: [
      { name: 'success with the code of a refusal', response: answered('success', {}, '000030') },
      { name: 'success with a system error', response: answered('success', {}, '000000') },
      { name: 'the success of a refund', response: answered('success', { transactionType: 'refund' }) },
      { name: 'a payment in another state with the code of a refusal', response: answered('dealing', {}, '000023') },
    ],
    captureId: 'result.transactionNo',
    amount: 'result.amount',
    decisive: ['ret_code', 'result.status', 'result.reference', 'result.amount', 'result.currency'],
    added: { 'result.transactionType': 'payment' },
    repeats: ['reference'],
  },
  signature: {
    field: 'verifySign',
    verify: ({ body = '' }) => {
      const fields = JSON.parse(body) as Record<string, string>;
      return fields['verifySign'] === sign(fields, token);
    },
  },
  lookup: [
    {
      name: 'by reference',
      keys: { reference: 'test202001011305', amount: { minor: 1000, currency: 'USD' } },
      method: 'POST',
      path: '/app-data-search/v3/tran-query',
      deciding,
      responses: [
        { name: 'success', expected: 'captured', response: query() },
        { name: 'pending', expected: 'pending', response: query({ status: 'pending' }) },
        { name: 'failed, perhaps earlier', expected: 'undecidable', response: query({ status: 'failed' }) },
        { name: 'nothing like it', expected: 'not-found', response: { body: { ret_code: '000021', ret_msg: 'none' } } },
        { name: 'a refused question', expected: 'unknown', response: { body: { ret_code: '000023', ret_msg: 'no' } } },
        { name: 'a status that is on no page', expected: 'unknown', response: query({ status: 'closed' }) },
      ],
      others: [
        { name: 'another reference', response: query({ reference: 'test202001011306' }) },
        { name: 'no reference', response: query({ reference: undefined }) },
        { name: 'another amount', response: query({ amount: '1000.00' }) },
        { name: 'another currency', response: query({ currency: 'CNY' }) },
        { name: 'a refund', response: query({ transactionType: 'refund' }) },
        { name: 'the code of a refusal', response: query({}, '000030') },
        { name: 'the failure of another amount', response: query({ status: 'failed', amount: '11.00' }) },
        { name: 'the failure of another', response: query({ status: 'failed', reference: 'test202001011306' }) },
      ],
    },
    {
      name: 'by a reference of one attempt',
      keys: { reference: 'test202001011305', amount: { minor: 1000, currency: 'USD' }, knownCaptureIds: [] },
      method: 'POST',
      path: '/app-data-search/v3/tran-query',
      deciding,
      responses: [
        { name: 'success', expected: 'captured', response: query() },
        { name: 'failed', expected: 'declined', response: query({ status: 'failed' }) },
      ],
    },
    {
      name: 'by the id of the capture',
      keys: { captureId: '297553638300708562' },
      method: 'POST',
      path: '/app-data-search/v3/tran-query',
      deciding,
      responses: [
        { name: 'success', expected: 'captured', response: query() },
        { name: 'failed', expected: 'declined', response: query({ status: 'failed' }) },
      ],
      others: [{ name: 'another id', response: query({ transactionNo: '297553638300708563' }) }],
    },
  ],
  webhook: {
    captured: () => notification(token),
    deciding: {
      decisive: ['status', 'transactionNo', 'amount', 'currency'],
      added: { transactionType: 'payment' },
    },
    amount: 'amount',
    sign: (body) => signed(Object.fromEntries(new URLSearchParams(body)), token),
    forged: () => notification('another token'),
    signature: { field: 'verifySign' },
    repeating: (reference) => notification(token, { reference }),
    others: [{ name: 'a refund', notification: () => notification(token, { transactionType: 'refund' }) }],
  },
});
