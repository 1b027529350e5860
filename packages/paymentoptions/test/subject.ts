import { defineSubject, type ReceivedRequest, type SampleResponse } from '@capture/conformance';
import { createPaymentOptions, type PaymentOptionsCaptureRequest } from '../src/index.ts';

const apiKey = 'canary key/of+x-api-key="71c0"';
const authorization = 'Basic canary/of+authorization=="92fa"';

const gateway = { version: '1', type: 'INFO', message: 'Amount successfully captured.', code: 'INFO0001' };
/** *example*: the page's answer, for what was asked. The card number is the page's own. */
const captured = ({ reference, major, amount }: ReceivedRequest) => ({
  success: true,
  status_code: 201,
  is_live: false,
  transaction_type: 'CAPTURE',
  gateway_response: gateway,
  merchant_details: { legal_name: 'Tink15 Factory', mid: '< Merchant ID >', merchant_txn_ref: reference },
  payment_details: {
    amount: Number(major),
    response_code: 0,
    auth_code: '264302',
    currency: amount.currency,
    payment_method: 'ECMC-SSL',
    scheme: 'MASTERCARD',
    card: { name: 'John Doe', number: '5200000000001005', exp_month: '12', exp_year: '24' },
    additional_data: { payment_data_source: { type: 'card' } },
  },
  transaction_details: {
    id: '9dfd39ec-eb4a-4f8b-a526-17abf140a717',
    ref: 74819,
    timestamp: '2024-11-25T08:41:15.000Z',
    merchant_txn_ref: reference,
  },
});
const altered = (change: object) => (received: ReceivedRequest) => ({
  status: 201,
  body: { ...captured(received), ...change },
});
const refused =
  (status: number, code?: string, message = 'no') =>
  (): SampleResponse => ({
    status,
    body: { success: false, status_code: status, gateway_response: { version: '1', type: 'ERROR', message, code } },
  });

const captureId = '9dfd39ec-eb4a-4f8b-a526-17abf140a717';
const authorizationId = 'e0b0731e-7170-4b64-8a21-7d835eebd641';
const amount = { minor: 1000, currency: 'JPY' };
/** *third-party*: a status answer has the same envelope. */
const state = (id: string, change: object = {}): SampleResponse => ({
  body: {
    success: true,
    status_code: 200,
    transaction_type: 'CAPTURE',
    gateway_response: gateway,
    merchant_details: { mid: '< Merchant ID >', merchant_txn_ref: 'qwe' },
    payment_details: { amount: 1000, response_code: 0, currency: 'JPY', card: { number: '5200000000001005' } },
    transaction_details: { id, ref: 74819, timestamp: '2024-11-25T08:41:15.000Z' },
    ...change,
  },
});
const amountOf = (value: number, currency = 'JPY') => ({
  payment_details: { amount: value, response_code: 0, currency },
});
const failure = (status: number): SampleResponse => ({ status, body: { success: false, status_code: status } });
const preAuth = { transaction_type: 'PRE_AUTH', gateway_response: { ...gateway, code: 'INFO0000' } };

/** PaymentOptions as the contract's kit sees it. */
export const subject = defineSubject({
  id: 'paymentoptions',
  credentials: { apiKey, authorization },
  optionalCredentials: ['authorization'],
  create: (options) => createPaymentOptions({ merchantId: '< Merchant ID >', ...options }),
  request: {
    authorizationId,
    amount,
    notes: 'Capturing authorised amount',
    reference: 'qwe',
  } satisfies PaymentOptionsCaptureRequest,
  required: ['authorizationId', 'amount', 'amount.minor', 'amount.currency'],
  environments: {
    live: 'https://api.paymentoptions.com/api/v1',
    sandbox: 'https://api-dev.paymentoptions.com/api/v1/api/v1',
  },
  wire: {
    method: 'POST',
    path: '/server-to-server-interface/capture',
    body: 'json',
    amount: 'amount',
    fields: { authorizationId: 'transactionId', notes: 'notes' },
  },
  responses: {
    captured: altered({}),
    declined: [
      { name: 'HTTP 400', code: 'invalid_request', response: refused(400, 'ERR1234') },
      { name: 'HTTP 401', code: 'credentials_rejected', response: refused(401, 'ERR1234') },
      { name: 'HTTP 404', code: 'authorization_not_found', response: refused(404, 'ERR1234') },
      { name: 'HTTP 406', code: 'card_invalid', response: refused(406, 'ERR1234') },
      { name: 'HTTP 412', code: 'authorization_not_capturable', response: refused(412, 'ERR1234') },
      { name: 'ERR3001, a blacklist', code: 'suspected_fraud', response: refused(400, 'ERR3001') },
      { name: 'ERR3005, a blacklist', code: 'suspected_fraud', response: refused(400, 'ERR3005') },
      { name: 'ERR3002, a rule for addresses', code: 'declined', response: refused(400, 'ERR3002') },
      { name: 'ERR3017, a rule for cards', code: 'declined', response: refused(400, 'ERR3017') },
      { name: 'ERR3006, the range of the amount', code: 'limit_exceeded', response: refused(400, 'ERR3006') },
      { name: 'ERR3010, a limit', code: 'limit_exceeded', response: refused(400, 'ERR3010') },
    ],
    unknown: [
      { name: 'HTTP 429, which is on no page', code: 'rate_limited', response: refused(429) },
      { name: 'a refusal with HTTP 500', code: 'provider_error', response: refused(500) },
      { name: 'a family of codes that is explained nowhere', response: refused(200, 'ERR9001') },
      {
        name: 'a refusal that speaks of an earlier capture',
        code: 'already_captured',
        response: refused(412, 'ERR9002', 'Already captured'),
      },
      {
        name: 'an earlier capture, said outside the envelope',
        code: 'already_captured',
        response: () => ({
          status: 412,
          body: { success: false, status_code: 412, message: 'Transaction already captured' },
        }),
      },
      { name: 'no word but failure', response: () => ({ body: { success: false } }) },
    ],
    contradictions: [
      { name: 'failure with the code of success', response: altered({ success: false }) },
      { name: 'success with 400 inside', response: altered({ status_code: 400 }) },
      { name: 'success of an authorization', response: altered({ transaction_type: 'PRE_AUTH' }) },
      {
        name: 'success with the code of a payment',
        response: altered({ gateway_response: { ...gateway, code: 'INFO0000' } }),
      },
      {
        name: 'success with the code of a refusal',
        response: altered({ gateway_response: { ...gateway, code: 'ERR3001' } }),
      },
      { name: 'success of type ERROR', response: altered({ gateway_response: { ...gateway, type: 'ERROR' } }) },
    ],
    captureId: 'transaction_details.id',
    amount: 'payment_details.amount',
    decisive: [
      'success',
      'transaction_type',
      'gateway_response.type',
      'gateway_response.code',
      'payment_details.response_code',
      'payment_details.amount',
      'payment_details.currency',
      'merchant_details.merchant_txn_ref',
      'merchant_details.mid',
    ],
    compared: ['status_code', 'transaction_details.merchant_txn_ref'],
    environment: { field: 'is_live', live: true, sandbox: false },
    repeats: ['reference'],
  },
  credentialHeaders: { 'x-api-key': apiKey, authorization },
  lookup: [
    {
      name: 'by the id of the capture',
      keys: { captureId, reference: 'qwe', amount },
      method: 'GET',
      path: `/server-to-server-interface/transaction/status/${captureId}`,
      deciding: {
        decisive: [
          'success',
          'transaction_type',
          'gateway_response.type',
          'gateway_response.code',
          'merchant_details.merchant_txn_ref',
          'payment_details.response_code',
          'payment_details.amount',
          'payment_details.currency',
          'transaction_details.id',
        ],
        compared: ['status_code', 'merchant_details.mid'],
        added: { 'transaction_details.merchant_txn_ref': 'qwe' },
      },
      responses: [
        { name: 'captured', expected: 'captured', response: state(captureId) },
        {
          name: 'captured, with the code of a payment',
          expected: 'captured',
          response: state(captureId, { gateway_response: { ...gateway, code: 'INFO0000' } }),
        },
        { name: 'no such transaction', expected: 'not-found', response: failure(404) },
        { name: 'a refused question', expected: 'unknown', response: failure(401) },
      ],
      others: [
        { name: 'another id', response: state(authorizationId) },
        { name: 'another amount', response: state(captureId, amountOf(999)) },
        { name: 'another currency', response: state(captureId, amountOf(1000, 'KRW')) },
        {
          name: 'another reference',
          response: state(captureId, { merchant_details: { mid: '< Merchant ID >', merchant_txn_ref: 'asd' } }),
        },
        {
          name: 'another merchant',
          response: state(captureId, { merchant_details: { mid: 'M', merchant_txn_ref: 'qwe' } }),
        },
      ],
    },
    {
      name: 'by the id of the authorization',
      keys: { authorizationId, reference: 'qwe', amount },
      method: 'GET',
      path: `/server-to-server-interface/transaction/status/${authorizationId}`,
      responses: [
        { name: 'captured, which need not be this capture', expected: 'undecidable', response: state(authorizationId) },
        { name: 'still an authorization', expected: 'undecidable', response: state(authorizationId, preAuth) },
        {
          name: 'a purchase',
          expected: 'undecidable',
          response: state(authorizationId, { ...preAuth, transaction_type: 'CAPTURE' }),
        },
        { name: 'captured, another amount', expected: 'undecidable', response: state(authorizationId, amountOf(400)) },
        { name: 'no such transaction', expected: 'not-found', response: failure(404) },
      ],
      others: [{ name: 'another id', response: state(captureId) }],
    },
  ],
});
