import { defineSubject, type ReceivedRequest, type SampleResponse } from '@capture/conformance';
import { createFirstoken, type FirstokenCaptureRequest } from '../src/index.ts';

const apiKey = 'canary key/of+firstoken="4d1e"';

/** *example*: the page's answer, for what was asked, with this inner status. */
const answered =
  (status: string, change: object = {}, outer = 'success') =>
  ({ reference, major, amount }: ReceivedRequest): SampleResponse => ({
    body: {
      status: outer,
      message: 'Capture successful',
      data: {
        transaction_info: {
          type: 'capture_response',
          reference_code: reference,
          transaction_id: '0001708980791641783622',
          request_id: '7089807930896719904951',
          status,
          reconciliation_id: '7089807826426366604953',
          created_at: '2024-02-26T20:53:13Z',
          ...change,
        },
        order_info: { amount_details: { total_amount: major, currency: amount.currency } },
      },
    },
  });
const refused =
  (status: number, message = 'no', data: unknown = '') =>
  (): SampleResponse => ({
    status,
    body: { status: 'fail', message, data },
  });

const captureId = '0001708980791641783622';
const authorizationId = '0001708980782641783611';
const amount = { minor: 100_000, currency: 'COP' };

/** *third-party*: transaction details, where the amount has another name and is a number. */
const details = (change: object = {}, amounts: object = {}): SampleResponse => ({
  body: {
    status: 'success',
    data: {
      order_info: { amount_details: { currency: 'COP', authorized_amount: 1000, ...amounts } },
      transaction_info: {
        type: 'payment_response',
        status: 'Captured',
        created_at: '2024-02-27T18:37:08Z',
        response_code: '00',
        reference_code: '123456789',
        transaction_id: captureId,
        ...change,
      },
    },
  },
});
const parent = (change: object = {}, amounts: object = {}): SampleResponse =>
  details({ transaction_id: authorizationId, ...change }, amounts);
const notFound: SampleResponse = { status: 404, body: { status: 'fail', message: 'not found', data: '' } };

/** Firstoken as the contract's kit sees it. */
export const subject = defineSubject({
  id: 'firstoken',
  credentials: { apiKey },
  create: (options) => createFirstoken(options),
  request: {
    authorizationId,
    amount,
    reference: '123456789',
    installments: 1,
    clientIp: '12.7.8.120',
  } satisfies FirstokenCaptureRequest,
  required: ['authorizationId', 'amount', 'amount.minor', 'amount.currency', 'reference'],
  environments: { live: 'https://api.firstoken.co', sandbox: 'https://api.firstoken-staging.co' },
  wire: {
    method: 'POST',
    path: '/v1/payments/{authorizationId}/capture',
    body: 'json',
    amount: 'capture_info.amount_details.total_amount',
    currency: 'capture_info.amount_details.currency',
    fields: {
      reference: 'transaction_info.reference_code',
      installments: 'capture_info.installments',
      clientIp: 'device_info.ip_address',
    },
  },
  responses: {
    captured: answered('Captured'),
    pending: answered('Pending'),
    declined: [
      { name: 'an inner Declined', code: 'declined', response: answered('Declined') },
      { name: 'Declined with an outer fail', code: 'declined', response: answered('Declined', {}, 'fail') },
      { name: 'HTTP 400', code: 'invalid_request', response: refused(400) },
      { name: 'HTTP 403', code: 'credentials_rejected', response: refused(403) },
      { name: 'not enough money', code: 'insufficient_funds', response: refused(400, 'InsufficientFunds') },
      { name: 'an expired card', code: 'card_expired', response: refused(400, 'no', 'ExpiredCard') },
      { name: 'an invalid card', code: 'card_invalid', response: refused(400, 'InvalidCard') },
      { name: 'a stolen card', code: 'card_lost_or_stolen', response: refused(400, 'StolenCard') },
    ],
    unknown: [
      { name: 'an inner status that is on no page', code: 'unknown_status', response: answered('Queued') },
      { name: 'Authorized', code: 'unknown_status', response: answered('Authorized') },
      { name: 'Collected, which is another operation’s word', code: 'unknown_status', response: answered('Collected') },
      { name: 'Reversed', code: 'unknown_status', response: answered('Reversed') },
      { name: 'captured before', code: 'already_captured', response: refused(400, 'Transaction already captured') },
      {
        name: 'captured before, in the details',
        code: 'already_captured',
        response: refused(400, 'no', { reason: 'Duplication of request' }),
      },
      { name: 'a failure with HTTP 200', code: 'unknown_status', response: refused(200) },
      { name: 'a failure with HTTP 500', code: 'provider_error', response: refused(500) },
      { name: 'an outer word that is on no page', response: answered('Captured', {}, 'done') },
    ],
    contradictions: [
      { name: 'an outer fail around Captured', response: answered('Captured', {}, 'fail') },
      { name: 'an outer error around Pending', response: answered('Pending', {}, 'error') },
      { name: 'the answer to a payment', response: answered('Captured', { type: 'payment_response' }) },
      { name: 'Captured with the code of a refusal', response: answered('Captured', { response_code: '05' }) },
      { name: 'Declined with the code of an approval', response: answered('Declined', { response_code: '00' }) },
      { name: 'the refusal of a payment', response: answered('Declined', { type: 'payment_response' }) },
    ],
    captureId: 'data.transaction_info.transaction_id',
    amount: 'data.order_info.amount_details.total_amount',
    decisive: [
      'status',
      'data.transaction_info.status',
      'data.transaction_info.type',
      'data.transaction_info.reference_code',
      'data.order_info.amount_details.total_amount',
      'data.order_info.amount_details.currency',
    ],
    added: { 'data.transaction_info.response_code': '00' },
    // *documented*: Success; *example*: success.
    equivalent: { status: (found, expected) => found.toLowerCase() === expected },
    repeats: ['reference'],
  },
  credentialHeaders: { 'x-api-key': apiKey },
  lookup: [
    {
      name: 'by the id of the capture',
      keys: { captureId, reference: '123456789', amount },
      method: 'GET',
      path: `/v1/payments/transactions/${captureId}`,
      deciding: {
        decisive: [
          'status',
          'data.transaction_info.status',
          'data.transaction_info.type',
          'data.transaction_info.transaction_id',
          'data.order_info.amount_details.authorized_amount',
          'data.order_info.amount_details.currency',
        ],
        compared: ['data.transaction_info.response_code', 'data.transaction_info.reference_code'],
        added: { 'data.order_info.amount_details.total_amount': 1000 },
      },
      responses: [
        { name: 'Captured', expected: 'captured', response: details() },
        { name: 'Pending', expected: 'pending', response: details({ status: 'Pending' }) },
        { name: 'Declined', expected: 'declined', response: details({ status: 'Declined', response_code: '05' }) },
        { name: 'another state', expected: 'undecidable', response: details({ status: 'Authorized' }) },
        { name: 'no such transaction', expected: 'not-found', response: notFound },
        { name: 'a refused question', expected: 'unknown', response: { status: 403, body: { status: 'fail' } } },
      ],
      others: [
        { name: 'another id', response: details({ transaction_id: authorizationId }) },
        { name: 'another reference', response: details({ reference_code: '123456780' }) },
        { name: 'another amount', response: details({}, { authorized_amount: 100_000 }) },
        { name: 'another currency', response: details({}, { currency: 'USD' }) },
        {
          name: 'the refusal of another amount',
          response: details({ status: 'Declined', response_code: '05' }, { authorized_amount: 999 }),
        },
        { name: 'the refusal of another', response: details({ status: 'Declined', transaction_id: authorizationId }) },
      ],
    },
    {
      name: 'by the id of the authorization',
      keys: { authorizationId, reference: '123456789', amount },
      method: 'GET',
      path: `/v1/payments/transactions/${authorizationId}`,
      responses: [
        { name: 'Captured, which need not be this capture', expected: 'undecidable', response: parent() },
        { name: 'Authorized', expected: 'undecidable', response: parent({ status: 'Authorized' }) },
        { name: 'Pending', expected: 'undecidable', response: parent({ status: 'Pending' }) },
        { name: 'Declined', expected: 'undecidable', response: parent({ status: 'Declined' }) },
      ],
      others: [
        { name: 'another reference', response: parent({ reference_code: '123456780' }) },
        { name: 'another amount', response: parent({}, { authorized_amount: 999 }) },
        { name: 'another id', response: details() },
      ],
    },
  ],
});
