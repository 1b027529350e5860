import { describe, expect, test } from 'vitest';
import { send, type Body } from '../../../test/sample.ts';
import { post } from '../../../test/flow.ts';
import { createSandbox, type Sandbox } from '../../index.ts';
import { verifySign } from './signature.ts';

const LOOKUP = '/app-data-search/v3/tran-query';

describe('an invalid request is refused and charges nothing', () => {
  test.each<[string, string, (body: Body) => void]>([
    ['a missing field', '000020', (body) => delete body['cardCvv']],
    ['an undocumented field', '000023', (body) => (body['colour'] = 'red')],
    ['an empty value', '000023', (body) => (body['note'] = '')],
    ['a number in place of a string', '000023', (body) => (body['amount'] = 300)],
    ['more decimals than the currency has', '000023', (body) => (body['amount'] = '300.001')],
    ['a decimal for KRW', '000023', (body) => Object.assign(body, { amount: '300.5', currency: 'KRW' })],
    ['an amount of zero', '000023', (body) => (body['amount'] = '0.00')],
    ['an unlisted currency', '000023', (body) => (body['currency'] = 'EUR')],
    ['a settlement currency that does not match the currency', '000022', (body) => (body['settleCurrency'] = 'GBP')],
    ['another vendor', '000023', (body) => (body['vendor'] = 'alipay')],
    ['another terminal', '000023', (body) => (body['terminal'] = 'APP')],
    ['month 13', '000023', (body) => (body['cardExpMonth'] = '13')],
    ['a two-digit year', '000023', (body) => (body['cardExpYear'] = '26')],
    ['an ipnUrl without TLS', '000023', (body) => (body['ipnUrl'] = 'http://shop.example/ipn')],
    ['goodsInfo that is not JSON', '000023', (body) => (body['goodsInfo'] = '{goods}')],
    ['a line break', '000023', (body) => (body['note'] = 'a\nb')],
    ['a template', '000023', (body) => (body['note'] = '{{ token }}')],
    ['another merchant', '000030', (body) => (body['merchantNo'] = '200044')],
    ['two simulations', '000023', (body) => Object.assign(body, { a: 'CCREJECT-SF', b: 'CCREJECT-EC' })],
  ])('%s is refused with code %s', async (_, code, edit) => {
    const sandbox = createSandbox();
    const { body } = await send(sandbox, 'pockyt', { edit });
    expect(body['ret_code']).toBe(code);
    expect(sandbox.truth.captures()).toEqual([]);
    expect(sandbox.truth.requests()).toBe(1);
  });

  test('a card number that is not a published test card is refused and not repeated', async () => {
    const sandbox = createSandbox();
    const number = '4929420573595709';
    const { body } = await send(sandbox, 'pockyt', { edit: (fields) => (fields['cardNumber'] = number) });
    expect(body['ret_code']).toBe('000023');
    expect(JSON.stringify(body)).not.toContain(number);
  });

  test.each([
    ['another content type', { headers: { 'content-type': 'text/plain' } }],
    ['another charset', { headers: { 'content-type': 'application/json; charset=latin1' } }],
    ['a compressed body', { headers: { 'content-encoding': 'gzip' } }],
  ])('%s is refused with status 415', async (_, change) => {
    expect(await send(createSandbox(), 'pockyt', change)).toMatchObject({ status: 415 });
  });
});

test('a repeated reference is refused, not replayed', async () => {
  const sandbox = createSandbox();
  await send(sandbox, 'pockyt');
  const { body } = await send(sandbox, 'pockyt');
  expect(body).toMatchObject({ ret_code: '000023', ret_msg: expect.stringContaining('Duplicate reference') as string });
  expect(sandbox.truth.captures()).toHaveLength(1);
  expect(sandbox.truth.requests({ provider: 'pockyt' })).toBe(2);
});

test.each([
  ['any field', 'CCREJECT-BANK_ERROR', '5100 generic decline'],
  ['simulate', 'CCREJECT-IF', '5120 insufficient funds'],
])(
  'a simulation field named %s, signed like any other, with the value %s declines with %s',
  async (name, value, message) => {
    const sandbox = createSandbox();
    const { body } = await send(sandbox, 'pockyt', { edit: (fields) => (fields[name] = value) });
    expect(body).toMatchObject({ ret_code: '000100', ret_msg: message, result: { status: 'failed' } });
    expect(sandbox.truth.captures()).toMatchObject([{ state: 'declined' }]);
  },
);

test('the example card is accepted after its expiry date, and another expired card is declined', async () => {
  const sandbox = createSandbox({ clock: () => new Date('2030-09-01T00:00:00Z') });
  const expired = { cardNumber: '4111111111111111', cardExpMonth: '08', cardExpYear: '2030', reference: 'other' };
  expect((await send(sandbox, 'pockyt')).body).toMatchObject({ result: { status: 'success' } });
  const { body } = await send(sandbox, 'pockyt', { edit: (fields) => Object.assign(fields, expired) });
  expect(body).toMatchObject({ ret_msg: '5400 expired card', result: { status: 'failed' } });
});

test.each([
  ['pending-3ds-1', 'authenticationUrl'],
  ['pending-3ds-authurl-1', 'authUrl'],
])(
  'a capture with the reference %s is pending with its address as %s, until it is completed',
  async (reference, name) => {
    const sandbox = createSandbox();
    const { body } = await send(sandbox, 'pockyt', { edit: (fields) => (fields['reference'] = reference) });
    expect(body).toMatchObject({ ret_code: '000100', result: { status: 'pending' } });
    expect(Object.keys(body['result'] as Body).filter((member) => /url/i.test(member))).toEqual([name]);
    const [payment] = sandbox.truth.captures({ reference });
    expect(payment?.state).toBe('pending');
    sandbox.completePending({ provider: 'pockyt', captureId: payment?.captureId ?? '', state: 'captured' });
    expect(sandbox.truth.captures({ reference })).toMatchObject([{ state: 'captured' }]);
  },
);

describe('lookups', () => {
  const { merchantNo, storeNo, token } = createSandbox().credentials.pockyt;
  const query = (sandbox: Sandbox, ids: Record<string, string>) => {
    const fields = { merchantNo, storeNo, ...ids };
    const rawBody = JSON.stringify({ ...fields, verifySign: verifySign(fields, token) });
    return send(sandbox, 'pockyt', { path: LOOKUP, rawBody });
  };

  test('a lookup finds a payment by either id and reports its status', async () => {
    const sandbox = createSandbox();
    const { body } = await send(sandbox, 'pockyt');
    const { transactionNo } = body['result'] as { transactionNo: string };
    for (const ids of [{ reference: '1699583693607' }, { transactionNo }]) {
      expect((await query(sandbox, ids)).body).toMatchObject({
        ret_code: '000100',
        result: { transactionNo, reference: '1699583693607', amount: '300.00', currency: 'USD', status: 'success' },
      });
    }
  });

  test('a lookup with both ids, none, an unknown one or a wrong signature is refused', async () => {
    const sandbox = createSandbox();
    expect((await query(sandbox, { reference: 'a', transactionNo: 'b' })).body['ret_code']).toBe('000022');
    expect((await query(sandbox, {})).body['ret_code']).toBe('000022');
    expect((await query(sandbox, { reference: 'unknown' })).body['ret_code']).toBe('000021');
    const rawBody = JSON.stringify({ merchantNo, storeNo, reference: 'a', verifySign: '0' });
    expect((await send(sandbox, 'pockyt', { path: LOOKUP, rawBody })).body['ret_code']).toBe('000030');
  });
});

describe('refunds', () => {
  const merchant = { merchantNo: '200043', storeNo: '300014' };
  const refund = (sandbox: Sandbox, fields: Record<string, string>) =>
    post(sandbox, 'pockyt', '/app-data-search/v3/refund', {
      ...merchant,
      currency: 'USD',
      settleCurrency: 'USD',
      ...fields,
    });

  test('a refund by reference shows in a lookup of the payment', async () => {
    const sandbox = createSandbox();
    const { body } = await send(sandbox, 'pockyt');
    const { reference, transactionNo } = body['result'] as Record<string, string>;
    const first = await refund(sandbox, { reference: reference ?? '', refundAmount: '100', refundReference: 'back-1' });
    expect(first.body).toMatchObject({
      ret_code: '000100',
      result: { transactionNo, refundAmount: '100.00', status: 'success' },
    });
    const lookup = await post(sandbox, 'pockyt', '/app-data-search/v3/tran-query', { ...merchant, transactionNo });
    expect(lookup.body['result']).toMatchObject({
      status: 'success',
      refundInfo: [{ refundReference: 'back-1', refundAmount: '100.00' }],
    });
    expect(sandbox.truth.captures()).toMatchObject([{ refundedAmount: { minor: 10_000 } }]);
  });

  test.each([
    [{ refundAmount: '300.01' }, '000023'],
    [{ refundAmount: '1', currency: 'GBP', settleCurrency: 'GBP' }, '000022'],
    [{ refundAmount: '1', transactionNo: '1' }, '000022'],
    [{ refundAmount: '1', reference: 'unknown' }, '000021'],
  ])('the refund %o is refused with %s', async (fields, code) => {
    const sandbox = createSandbox();
    const { body } = await send(sandbox, 'pockyt');
    const { reference = '' } = body['result'] as Record<string, string>;
    expect((await refund(sandbox, { reference, ...(fields as Record<string, string>) })).body['ret_code']).toBe(code);
    expect(sandbox.truth.captures()).toMatchObject([{ refundedAmount: { minor: 0 } }]);
  });
});
