import type { LookupKeys } from '@capture/core';
import { issuesOf, loopback, respondingWith } from '@capture/testing';
import { describe, expect, test } from 'vitest';
import { connect, options, sample } from '../test/support.ts';
import { payfullHash } from './index.ts';

const { merchant, password } = options;
const response = sample.response.body;
const found = { ...response, merchant_trx_id: 'order-1042' };
const keys = { reference: 'order-1042', amount: { minor: 100, currency: 'TRY' } };

function lookup(body: unknown, status = 200, by: LookupKeys = keys) {
  const { fetch } = respondingWith(status, body);
  return connect({ fetch }).lookup(by as LookupKeys<'reference'>);
}

test('a lookup sends the reference, signed like a capture', async () => {
  const { baseUrl, requests } = await loopback(200, found);
  await connect({ baseUrl }).lookup(keys);
  const [{ method, path, body } = { body: '' }] = requests;
  expect(`${String(method)} ${String(path)}`).toBe('POST /integration/api/v1');
  const { hash, ...fields } = Object.fromEntries(new URLSearchParams(body));
  expect(fields).toEqual({
    merchant,
    type: 'Get',
    get_param: 'TransactionStatus',
    language: 'en',
    client_ip: '127.0.0.1',
    merchant_trx_id: 'order-1042',
  });
  expect(hash).toBe(payfullHash(fields, password));
});

test('a lookup without a reference is refused', async () => {
  expect(await issuesOf(() => lookup(found, 200, {}))).toHaveLength(1);
});

describe('lookups that decide', () => {
  test('a lookup whose response names this reference, this amount and a capture is captured', async () => {
    expect(await lookup(found)).toMatchObject({ status: 'captured', decides: true, captureId: '16252PRtA01010454' });
  });

  test('a lookup whose response is a listed refusal of this reference is declined', async () => {
    const response = { type: 'Capture', status: 0, ErrorCode: '51', ErrorMSG: 'Red', merchant_trx_id: 'order-1042' };
    expect(await lookup(response, 200, { ...keys, knownCaptureIds: [] })).toMatchObject({
      status: 'declined',
      decides: true,
      error: { code: 'insufficient_funds' },
    });
  });

  test('a refusal of this reference may be that of an earlier attempt, unless there was none', async () => {
    const response = { type: 'Capture', status: 0, ErrorCode: '51', ErrorMSG: 'Red', merchant_trx_id: 'order-1042' };
    for (const by of [keys, { ...keys, knownCaptureIds: ['16252PRtA01010453'] }])
      expect(await lookup(response, 200, by)).toMatchObject({ status: 'undecidable', decides: false });
  });

  test('a capture that is known to be another one decides nothing, and is listed for a person', async () => {
    expect(await lookup(found, 200, { ...keys, knownCaptureIds: ['16252PRtA01010454'] })).toMatchObject({
      status: 'undecidable',
      decides: false,
      candidates: [{ captureId: '16252PRtA01010454', status: 'captured', reportedAmount: keys.amount }],
    });
  });
});

describe('lookups that decide nothing', () => {
  test('a lookup that names no payment is not found, and the capture may still be in flight', async () => {
    const response = { status: 0, ErrorCode: '25', ErrorMSG: 'Kayıt bulunamadı' };
    expect(await lookup(response)).toMatchObject({ status: 'not-found', decides: false });
  });

  test('a lookup whose refusal is not of type Capture is unknown: it may be refused itself', async () => {
    const refusal = { status: 0, ErrorCode: '57', ErrorMSG: 'Get not allowed', merchant_trx_id: 'order-1042' };
    for (const type of [undefined, 'Get', ''])
      expect(await lookup({ ...refusal, type })).toMatchObject({
        status: 'unknown',
        decides: false,
        error: { code: 'operation_not_allowed', providerCode: '57', providerMessage: 'Get not allowed' },
      });
  });

  test('a lookup that finds a capture with the id of its preauthorization is unknown', async () => {
    const by = { ...keys, authorizationId: '16252PRtA01010454' };
    expect(await lookup(found, 200, by)).toMatchObject({ status: 'unknown', error: { code: 'other_payment' } });
  });

  test.each([
    ['a success that names no reference', response, 200],
    ['a success of another reference', { ...response, merchant_trx_id: 'order-1043' }, 200],
    ['a success of another amount', { ...found, total: '1.01' }, 200],
    ['a success of another operation', { ...found, type: 'Cancel' }, 200],
    ['a refusal of another amount', { ...found, status: 0, ErrorCode: '51', total: '1.01' }, 200],
    ['a refusal that is not listed', { status: 0, ErrorCode: '96', merchant_trx_id: 'order-1042' }, 200],
    ['a refusal that names nothing with HTTP 500', { status: 0, ErrorCode: '96' }, 500],
    ['a refusal that names nothing with HTTP 401', { status: 0, ErrorCode: '03' }, 401],
    ['a success with HTTP 500', found, 500],
    ['HTML', '<html></html>', 200],
  ])('a lookup that gets %s is unknown', async (_what, body, status) => {
    expect(await lookup(body, status)).toMatchObject({ status: 'unknown', decides: false });
  });
});
