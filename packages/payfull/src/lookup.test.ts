import { InvalidRequestError, type LookupKeys } from '@capture/core';
import { describe, expect, test } from 'vitest';
import { answering, loopback, sampleOf } from '@capture/testing';
import { createPayfull, payfullHash } from './index.ts';

const merchant = 'merchant name';
const password = 'sandbox-payfull-password';
const sample = sampleOf('payfull').response.body;
const found = { ...sample, merchant_trx_id: 'order-1042' };
const keys = { reference: 'order-1042', amount: { minor: 100, currency: 'TRY' } };

function lookup(answer: unknown, status = 200, asked: LookupKeys = keys) {
  const { fetch } = answering(status, answer);
  return createPayfull({ merchant, password, baseUrl: 'https://shop.payfull.com', fetch }).lookup(
    asked as LookupKeys<'reference'>,
  );
}

test('asks with the reference, signed like a capture', async () => {
  const { baseUrl, arrived } = await loopback(200, found);
  await createPayfull({ merchant, password, baseUrl }).lookup(keys);
  const [{ method, path, body } = { body: '' }] = arrived;
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

test('needs a reference', async () => {
  const error: unknown = await lookup(found, 200, {}).catch((thrown: unknown) => thrown);
  expect(InvalidRequestError.is(error)).toBe(true);
});

describe('decides', () => {
  test('captured, where the answer names this reference, this amount and a capture', async () => {
    expect(await lookup(found)).toMatchObject({ status: 'captured', decides: true, captureId: '16252PRtA01010454' });
  });

  test('declined, where a listed refusal names this reference', async () => {
    const answer = { type: 'Capture', status: 0, ErrorCode: '51', ErrorMSG: 'Red', merchant_trx_id: 'order-1042' };
    expect(await lookup(answer)).toMatchObject({
      status: 'declined',
      decides: true,
      error: { code: 'insufficient_funds' },
    });
  });
});

describe('does not decide', () => {
  test('not-found, where no payment is named: it may still be on its way', async () => {
    const answer = { status: 0, ErrorCode: '25', ErrorMSG: 'Kayıt bulunamadı' };
    expect(await lookup(answer)).toMatchObject({ status: 'not-found', decides: false });
  });

  test('unknown, where a refusal does not call itself a Capture: it may be one of the question', async () => {
    const refusal = { status: 0, ErrorCode: '57', ErrorMSG: 'Get not allowed', merchant_trx_id: 'order-1042' };
    for (const type of [undefined, 'Get', ''])
      expect(await lookup({ ...refusal, type })).toMatchObject({
        status: 'unknown',
        decides: false,
        error: { code: 'operation_not_allowed', providerCode: '57', providerMessage: 'Get not allowed' },
      });
  });

  test('unknown, where the capture that is found has the id of its preauthorization', async () => {
    const asked = { ...keys, authorizationId: '16252PRtA01010454' };
    expect(await lookup(found, 200, asked)).toMatchObject({ status: 'unknown', error: { code: 'other_payment' } });
  });

  test.each([
    ['a success that names no reference', sample, 200],
    ['a success of another reference', { ...sample, merchant_trx_id: 'order-1043' }, 200],
    ['another amount', { ...found, total: '1.01' }, 200],
    ['another operation', { ...found, type: 'Cancel' }, 200],
    ['a refusal of another amount', { ...found, status: 0, ErrorCode: '51', total: '1.01' }, 200],
    ['a refusal that is not listed', { status: 0, ErrorCode: '96', merchant_trx_id: 'order-1042' }, 200],
    ['a refusal of nothing with HTTP 500', { status: 0, ErrorCode: '96' }, 500],
    ['a refusal of nothing with HTTP 401', { status: 0, ErrorCode: '03' }, 401],
    ['a success with HTTP 500', found, 500],
    ['no JSON', '<html></html>', 200],
  ])('unknown: %s', async (_what, answer, status) => {
    expect(await lookup(answer, status)).toMatchObject({ status: 'unknown', decides: false });
  });
});
