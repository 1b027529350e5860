import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { defineSubject, type ReceivedRequest, type SampleResponse } from '@capture/conformance';
import { createFreepayment, type FreepaymentCaptureRequest } from '../src/index.ts';

const shopId = '12345';
const secretKey = 'canary/secret+key ü=5d03';
const ours = generateKeyPairSync('rsa', { modulusLength: 2048 });
const theirs = generateKeyPairSync('rsa', { modulusLength: 2048 });
const publicKey = ours.publicKey.export({ type: 'spki', format: 'pem' }) as string;

/** *example*: the page's answer, for what was asked. */
const captured = ({ authorizationId, reference, amount }: ReceivedRequest, status = 'successful') => ({
  uid: '2-310b0da80b',
  parent_uid: authorizationId,
  type: 'capture',
  status,
  message: 'The operation was processed',
  created_at: '2014-06-11T12:04:59+03:00',
  updated_at: '2014-06-11T12:04:59+03:00',
  amount: amount.minor,
  currency: amount.currency,
  tracking_id: reference,
  test: false,
  method_type: ':method_name',
  capture: { message: 'The operation was processed', ref_id: '8889999', status },
});
const answered =
  (status: string, change: object = {}) =>
  (received: ReceivedRequest): SampleResponse => ({
    body: { transaction: { ...captured(received, status), ...change } },
  });
const failed = (code: string) => answered('failed', { code });
const refused =
  (status: number, message = 'no', code?: string) =>
  (): SampleResponse => ({ status, body: { message, errors: { request: { amount: [message] } }, code } });

const captureId = '2-310b0da80b';
const authorizationId = '1-310b0da80b';
const amount = { minor: 50, currency: 'USD' };
const transaction = {
  uid: captureId,
  parent_uid: authorizationId,
  type: 'capture',
  status: 'successful',
  amount: 50,
  currency: 'USD',
  tracking_id: 'order-1042',
};
const deciding = {
  decisive: ['uid', 'parent_uid', 'type', 'status', 'amount', 'currency'].map((name) => `transaction.${name}`),
  // An id of another type could name anything.
  compared: ['transaction.tracking_id'],
  added: { 'transaction.code': 'S.0000', 'transaction.capture.status': 'successful' },
};
const within = (place: string, paths: readonly string[]) => paths.map((path) => path.replace('transaction', place));
const one = (change: object = {}): SampleResponse => ({ body: { transaction: { ...transaction, ...change } } });
/** *third-party*: a tracking id names the authorization and everything that came of it. */
const list = (...changes: readonly object[]): SampleResponse => ({
  body: {
    transactions: [
      { ...transaction, uid: authorizationId, parent_uid: null, type: 'authorization' },
      ...changes.map((change) => ({ ...transaction, ...change })),
    ],
  },
});
const notFound: SampleResponse = {
  status: 404,
  body: { message: 'Record not found', errors: { base: ['Record not found'] } },
};

/** *third-party*: RSA over the bytes of the body. */
function notification(key: KeyObject, change: object = {}) {
  return signed(JSON.stringify({ transaction: { ...transaction, ...change } }), key);
}

function signed(body: string, key: KeyObject) {
  return { body, headers: { 'content-signature': sign('sha256', Buffer.from(body), key).toString('base64') } };
}

/** freepayment.online as the contract's kit sees it. */
export const subject = defineSubject({
  id: 'freepayment',
  credentials: { secretKey },
  create: (options) => createFreepayment({ shopId, publicKey, ...options }),
  request: { authorizationId, amount, reference: 'order-1042' } satisfies FreepaymentCaptureRequest,
  required: ['authorizationId', 'amount', 'amount.minor', 'amount.currency'],
  // *documented*: one host; `test` makes a test payment.
  environments: { live: 'https://api.freepayment.online/beyag', sandbox: 'https://api.freepayment.online/beyag' },
  wire: {
    method: 'POST',
    path: '/transactions/captures',
    body: 'json',
    amount: 'request.amount',
    currency: 'request.currency',
    fields: { authorizationId: 'request.parent_uid' },
  },
  responses: {
    captured: answered('successful'),
    pending: answered('pending'),
    declined: [
      { name: 'failed without a code', code: 'declined', response: answered('failed') },
      { name: 'expired', code: 'authorization_expired', response: answered('expired') },
      { name: 'F.0114', code: 'insufficient_funds', response: failed('F.0114') },
      { name: 'F.0111', code: 'card_expired', response: failed('F.0111') },
      { name: 'F.0100', code: 'card_invalid', response: failed('F.0100') },
      { name: 'F.0112', code: 'cvv_invalid', response: failed('F.0112') },
      { name: 'F.0115', code: 'suspected_fraud', response: failed('F.0115') },
      { name: 'F.0129', code: 'authentication_failed', response: failed('F.0129') },
      { name: 'F.0123', code: 'limit_exceeded', response: failed('F.0123') },
      { name: 'F.0110', code: 'authorization_not_found', response: failed('F.0110') },
      { name: 'F.0109', code: 'authorization_expired', response: failed('F.0109') },
      { name: 'F.0113', code: 'currency_not_supported', response: failed('F.0113') },
      { name: 'F.0104', code: 'operation_not_allowed', response: failed('F.0104') },
      { name: 'HTTP 401', code: 'credentials_rejected', response: refused(401) },
      { name: 'HTTP 404', code: 'authorization_not_found', response: refused(404) },
      { name: 'HTTP 422', code: 'invalid_request', response: refused(422) },
      {
        name: 'more than is left',
        code: 'amount_exceeds_authorization',
        response: refused(422, "Amount can't be greater than authorized"),
      },
    ],
    unknown: [
      { name: 'a status that is on no page', code: 'unknown_status', response: answered('initial') },
      { name: 'failed with a fault of the gateway', code: 'provider_error', response: failed('F.0117') },
      { name: 'failed with an unknown reason', code: 'unknown_status', response: failed('F.0999') },
      { name: 'failed as a duplicate', code: 'duplicate_reference', response: failed('F.0108') },
      {
        name: 'a refusal as a duplicate',
        code: 'duplicate_reference',
        response: refused(422, 'Duplicate transaction'),
      },
      { name: 'captured before', code: 'duplicate_reference', response: refused(422, 'It was captured already') },
      { name: 'a refusal with HTTP 200', code: 'unknown_status', response: refused(200) },
      { name: 'a refusal with HTTP 500', response: refused(500) },
    ],
    contradictions: [
      {
        name: 'successful outside, failed inside',
        response: answered('successful', { capture: { status: 'failed' } }),
      },
      {
        name: 'failed outside, successful inside',
        response: answered('failed', { capture: { status: 'successful' } }),
      },
      { name: 'successful with the code of a refusal', response: answered('successful', { code: 'F.0114' }) },
      { name: 'failed with the code of success', response: failed('S.0000') },
      { name: 'the success of an authorization', response: answered('successful', { type: 'authorization' }) },
      {
        name: 'successful, with errors',
        response: (received) => ({ body: { transaction: captured(received), errors: { amount: ['is wrong'] } } }),
      },
    ],
    captureId: 'transaction.uid',
    amount: 'transaction.amount',
    decisive: [
      'transaction.status',
      'transaction.type',
      'transaction.parent_uid',
      'transaction.amount',
      'transaction.currency',
    ],
    compared: ['transaction.tracking_id', 'transaction.capture.status'],
    added: { 'transaction.code': 'S.0000', errors: null },
    // *documented*: several ids are separated by semicolons.
    equivalent: {
      'transaction.tracking_id': (found, expected) => found.split(';').some((id) => id.trim() === expected),
    },
    environment: { field: 'transaction.test', live: false, sandbox: true },
    repeats: ['authorizationId', 'reference'],
  },
  credentialHeaders: { authorization: `Basic ${Buffer.from(`${shopId}:${secretKey}`).toString('base64')}` },
  lookup: [
    {
      name: 'by the id of the capture',
      keys: { captureId, authorizationId, amount },
      method: 'GET',
      path: `/transactions/${captureId}`,
      deciding: { ...deciding, added: { ...deciding.added, errors: null } },
      responses: [
        { name: 'successful', expected: 'captured', response: one() },
        { name: 'processing', expected: 'pending', response: one({ status: 'processing' }) },
        { name: 'failed', expected: 'declined', response: one({ status: 'failed', code: 'F.0207' }) },
        { name: 'no such transaction', expected: 'not-found', response: notFound },
        { name: 'a status that is on no page', expected: 'unknown', response: one({ status: 'initial' }) },
      ],
      others: [
        { name: 'another id', response: one({ uid: '2-310b0da80c' }) },
        { name: 'another authorization', response: one({ parent_uid: '1-310b0da80c' }) },
        { name: 'another amount', response: one({ amount: 5000 }) },
        { name: 'another currency', response: one({ currency: 'EUR' }) },
        { name: 'an authorization', response: one({ type: 'authorization' }) },
      ],
    },
    {
      name: 'by reference',
      environmentField: 'transactions.1.test',
      keys: { reference: 'order-1042', authorizationId, amount },
      method: 'GET',
      path: '/transactions/tracking_id/order-1042',
      responses: [
        // An earlier capture or attempt is listed in the same way.
        { name: 'one capture', expected: 'undecidable', response: list({}) },
        { name: 'one that failed', expected: 'undecidable', response: list({ status: 'failed' }) },
        { name: 'one that does not say whose it is', expected: 'undecidable', response: list({ parent_uid: null }) },
        { name: 'one that is pending', expected: 'undecidable', response: list({ status: 'pending' }) },
        {
          name: 'two captures of the same amount',
          expected: 'undecidable',
          response: list({}, { uid: '4-310b0da80b' }),
        },
        { name: 'none', expected: 'not-found', response: list() },
        { name: 'nothing under this reference', expected: 'not-found', response: notFound },
      ],
      others: [
        { name: 'of another authorization', response: list({ parent_uid: '1-310b0da80c' }) },
        { name: 'of another amount', response: list({ amount: 5000 }) },
        { name: 'a refund', response: list({ type: 'refund' }) },
      ],
    },
    {
      name: 'by reference, with the ids of all other captures',
      keys: { reference: 'order-1042', authorizationId, amount, knownCaptureIds: ['3-310b0da80b'] },
      method: 'GET',
      path: '/transactions/tracking_id/order-1042',
      deciding: {
        decisive: [...within('transactions.1', deciding.decisive), 'transactions.0.type'],
        compared: within('transactions.1', deciding.compared),
        added: { 'transactions.1.code': 'S.0000', 'transactions.1.capture.status': 'successful', errors: null },
      },
      responses: [
        { name: 'one capture', expected: 'captured', response: list({}) },
        { name: 'one beside the known one', expected: 'captured', response: list({ uid: '3-310b0da80b' }, {}) },
        { name: 'one that failed', expected: 'declined', response: list({ status: 'failed' }) },
        { name: 'one that is pending', expected: 'pending', response: list({ status: 'pending' }) },
        { name: 'only the known one', expected: 'not-found', response: list({ uid: '3-310b0da80b' }) },
        { name: 'two others', expected: 'undecidable', response: list({}, { uid: '4-310b0da80b' }) },
        {
          name: 'as many as a list can have',
          expected: 'undecidable',
          response: list({}, ...Array.from({ length: 9 }, () => ({ type: 'refund' }))),
        },
      ],
      others: [
        { name: 'of another authorization', response: list({ parent_uid: '1-310b0da80c' }) },
        { name: 'of another amount', response: list({ amount: 5000 }) },
        { name: 'of another currency', response: list({ currency: 'EUR' }) },
      ],
    },
    {
      name: 'by the id of the authorization',
      keys: { authorizationId, amount },
      method: 'GET',
      path: `/transactions/${authorizationId}`,
      responses: [
        {
          name: 'its own state',
          expected: 'undecidable',
          response: one({ uid: authorizationId, type: 'authorization' }),
        },
        { name: 'no such transaction', expected: 'undecidable', response: notFound },
      ],
    },
  ],
  webhook: {
    captured: () => notification(ours.privateKey),
    deciding,
    amount: 'transaction.amount',
    sign: (body) => signed(body, ours.privateKey),
    stating: (environment) => notification(ours.privateKey, { test: environment === 'sandbox' }),
    forged: () => notification(theirs.privateKey),
    signature: { header: 'content-signature' },
    publicKey: { option: 'publicKey', pem: publicKey },
    others: ['authorization', 'payment', 'refund'].map((type) => ({
      name: type,
      notification: () => notification(ours.privateKey, { type }),
    })),
    withoutKey: (options) => createFreepayment({ shopId, secretKey, ...options }),
  },
});
