import { describe, expect, test } from 'vitest';
import { send, type Body } from '../../../test/sample.ts';
import { post } from '../../../test/flow.ts';
import { createSandbox, type Sandbox } from '../../index.ts';

test('the response has a new id, the passive data, and a local time without a time zone', async () => {
  const sandbox = createSandbox({ clock: () => new Date('2016-09-08T00:17:44Z') });
  const { body } = await send(sandbox, 'payfull');
  expect(body).toEqual({
    type: 'Capture',
    status: 1,
    transaction_id: expect.stringMatching(/^16252[A-Za-z]{4}\d{8}$/) as string,
    ErrorMSG: 'Success Transaction',
    ErrorCode: '00',
    passive_data: 'just any passive data',
    total: '23.02',
    currency: 'TRY',
    bank_id: 'Akbank',
    time: '08-09-2016 03:17:44',
  });
});

describe('an invalid request is refused and captures nothing', () => {
  test.each<[string, string, (body: Body) => void]>([
    ['a missing field', '30', (body) => delete body['client_ip']],
    ['an empty value', '30', (body) => (body['passive_data'] = '')],
    ['an undocumented field', '30', (body) => (body['currency'] = 'TRY')],
    ['a total with a sign', '30', (body) => (body['total'] = '+23')],
    ['a total with three decimals', '30', (body) => (body['total'] = '23.020')],
    ['a total with a comma', '30', (body) => (body['total'] = '23,02')],
    ['a total of zero', '30', (body) => (body['total'] = '0.00')],
    ['another language', '30', (body) => (body['language'] = 'de')],
    ['an invalid IP address', '30', (body) => (body['client_ip'] = 'localhost')],
    ['another type', '30', (body) => (body['type'] = 'Sale')],
    ['another merchant', '03', (body) => (body['merchant'] = 'other')],
    ['an unknown preauthorization', '25', (body) => (body['transaction_id'] = 'unknown')],
    ['more than is authorized', '13', (body) => (body['total'] = '100.01')],
  ])('%s is refused with code %s', async (_, code, edit) => {
    const sandbox = createSandbox();
    const response = await send(sandbox, 'payfull', { edit });
    expect(response).toMatchObject({ status: 200, body: { status: 0, ErrorCode: code } });
    expect(Object.keys(response.body).sort()).toEqual(['ErrorCode', 'ErrorMSG', 'status']);
    expect(sandbox.truth.captures()).toEqual([]);
  });

  test('a duplicate field is refused', async () => {
    const rawBody = 'merchant=merchant+name&type=Capture&total=1.00&total=23.02';
    expect((await send(createSandbox(), 'payfull', { rawBody })).body).toMatchObject({ status: 0, ErrorCode: '30' });
  });

  test('an unreadable form counts as a capture request and is refused in English', async () => {
    const sandbox = createSandbox();
    const rawBody = 'type=Get&language=tr&language=tr';
    const { body } = await send(sandbox, 'payfull', { rawBody });
    expect(body).toEqual({ status: 0, ErrorCode: '30', ErrorMSG: 'Wrong or missing parameter' });
    expect(sandbox.truth.requests({ provider: 'payfull' })).toBe(1);
  });

  test('JSON is refused', async () => {
    const headers = { 'content-type': 'application/json' };
    expect(await send(createSandbox(), 'payfull', { headers })).toMatchObject({ status: 415 });
  });
});

test('a message is in the requested language', async () => {
  const message = async (language: string) => {
    const edit = (body: Body) => Object.assign(body, { language, transaction_id: 'unknown' });
    return (await send(createSandbox(), 'payfull', { edit })).body['ErrorMSG'] as string;
  };
  expect(await message('en')).toContain('Transaction not found');
  expect(await message('tr')).toContain('İşlem bulunamadı');
});

test('a preauthorization is captured once, and a repeated merchant_trx_id is refused', async () => {
  const sandbox = createSandbox();
  const { id } = sandbox.authorize({ provider: 'payfull', amount: { minor: 100, currency: 'TRY' } });
  const edit = (fields: Body) => (body: Body) => Object.assign(body, fields);
  await send(sandbox, 'payfull', { edit: edit({ total: '1.00', merchant_trx_id: 'order-1' }) });
  expect((await send(sandbox, 'payfull', { edit: edit({ total: '1.00' }) })).body['ErrorCode']).toBe('12');
  const repeat = edit({ transaction_id: id, total: '1.00', merchant_trx_id: 'order-1' });
  expect((await send(sandbox, 'payfull', { edit: repeat })).body['ErrorCode']).toBe('94');
  expect(sandbox.truth.captures()).toHaveLength(1);
});

describe('status inquiries', () => {
  const query = (sandbox: Sandbox, reference: string) =>
    send(sandbox, 'payfull', {
      edit: (body) => {
        delete body['transaction_id'];
        delete body['total'];
        delete body['passive_data'];
        Object.assign(body, { type: 'Get', get_param: 'TransactionStatus', merchant_trx_id: reference });
      },
    });
  const capture = (sandbox: Sandbox, reference: string) =>
    send(sandbox, 'payfull', { edit: (body) => (body['merchant_trx_id'] = reference) });

  test('a status inquiry finds a capture by the merchant_trx_id that the merchant sent', async () => {
    const sandbox = createSandbox();
    const { body } = await capture(sandbox, 'order-1');
    const { body: status } = await query(sandbox, 'order-1');
    expect(status).toEqual({ ...body, merchant_trx_id: 'order-1', date: body['time'] as string });
  });

  test('a status inquiry distinguishes a declined transaction from an unknown one', async () => {
    const sandbox = createSandbox({ clock: () => new Date('2016-09-08T00:17:44Z') });
    await capture(sandbox, 'decline-insufficient-funds-1');
    expect((await query(sandbox, 'decline-insufficient-funds-1')).body).toEqual({
      type: 'Capture',
      status: 0,
      transaction_id: sandbox.truth.captures()[0]?.captureId,
      // The language of the request is Turkish.
      ErrorMSG: 'Yetersiz bakiye',
      ErrorCode: '51',
      passive_data: 'just any passive data',
      total: '23.02',
      currency: 'TRY',
      bank_id: 'Akbank',
      time: '08-09-2016 03:17:44',
      merchant_trx_id: 'decline-insufficient-funds-1',
      date: '08-09-2016 03:17:44',
    });
    expect((await query(sandbox, 'unknown')).body).toEqual({
      status: 0,
      ErrorCode: '25',
      ErrorMSG: 'İşlem bulunamadı: merchant_trx_id',
    });
  });
});

describe('Preauth, Cancel and Return', () => {
  const common = { merchant: 'merchant name', language: 'en', client_ip: 'UNKNOWN' };
  const run = (sandbox: Sandbox, fields: Record<string, string>) =>
    post(sandbox, 'payfull', '/integration/api/v1', { ...common, ...fields });

  test('a capture is cancelled on its day, and returned afterwards', async () => {
    // One minute before midnight in Turkey, three hours ahead.
    let now = Date.parse('2026-03-01T20:59:00Z');
    const sandbox = createSandbox({ clock: () => new Date(now) });
    const { body: capture } = await send(sandbox, 'payfull');
    const transaction_id = String(capture['transaction_id']);
    now += 60_000;
    expect((await run(sandbox, { type: 'Cancel', transaction_id })).body).toMatchObject({
      status: 0,
      ErrorMSG: 'The day has ended: use Return: transaction_id',
    });
    now -= 1;
    expect((await run(sandbox, { type: 'Cancel', transaction_id })).body).toMatchObject({ type: 'Cancel', status: 1 });
    expect(sandbox.requests.list().at(-1)).toMatchObject({ operation: 'void', captureId: transaction_id });
    expect(sandbox.truth.captures()).toMatchObject([{ amount: { minor: 2302 }, refundedAmount: { minor: 2302 } }]);
    const again = await run(sandbox, { type: 'Return', transaction_id, total: '1' });
    expect(again.body).toMatchObject({ status: 0, ErrorCode: '12' });
  });

  test('each operation is found by its own merchant_trx_id, which is used once', async () => {
    const sandbox = createSandbox();
    const status = (merchant_trx_id: string) =>
      run(sandbox, { type: 'Get', get_param: 'TransactionStatus', merchant_trx_id });
    const card = { cc_name: 'A', cc_number: '4111111111111111', cc_month: '12', cc_year: '99', cc_cvc: '000' };
    const sent = { type: 'Preauth', total: '10', currency: 'TRY', ...card, merchant_trx_id: 'pre-1' };
    const { body: made } = await run(sandbox, sent);
    expect((await run(sandbox, sent)).body).toMatchObject({ status: 0, ErrorCode: '94' });
    const transaction_id = String(made['transaction_id']);
    await run(sandbox, { type: 'Cancel', transaction_id, merchant_trx_id: 'cancel-1' });
    expect((await status('pre-1')).body).toMatchObject({ type: 'Preauth', status: 1, transaction_id });
    expect((await status('cancel-1')).body).toMatchObject({ type: 'Cancel', status: 1, merchant_trx_id: 'cancel-1' });
  });
});
