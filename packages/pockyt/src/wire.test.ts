import { money } from '@capture/core';
import { loopback } from '@capture/testing';
import { describe, expect, test } from 'vitest';
import { connect, goods, request, sample } from '../test/support.ts';
import type { PockytCaptureRequest } from './index.ts';

test('the documented example is sent as documented', async () => {
  const { baseUrl, requests } = await loopback(200, sample.response.body);
  expect(await connect({ baseUrl }).capture(request)).toMatchObject({ status: 'captured' });
  expect(requests).toHaveLength(1);
  const { method, path, headers } = sample.request;
  expect(requests).toMatchObject([{ method, path, headers }]);
  expect(requests[0]?.headers).not.toHaveProperty('authorization');
  const body = requests[0]?.body ?? '';
  expect(JSON.parse(body)).toStrictEqual(sample.request.body);
  expect(Object.keys(JSON.parse(body) as object)).toEqual(Object.keys(sample.request.body));
});

/** The body of a request that is not sent. */
function bodyOf(change: Partial<PockytCaptureRequest>, options = {}): Record<string, string> {
  const { exactBody } = connect(options).prepare({ ...request, ...change });
  return JSON.parse(exactBody?.reveal() ?? '') as Record<string, string>;
}

describe('amounts', () => {
  const written = {
    '300 USD': '300',
    '300.00 USD': '300',
    '300.5 USD': '300.50',
    '0.01 GBP': '0.01',
    '1000 KRW': '1000',
    '20000 IDR': '20000',
    '100 PKR': '100',
  };

  test.each(Object.entries(written))('an amount of %s is sent as %s', (amount, digits) => {
    const [major = '', currency = ''] = amount.split(' ');
    expect(bodyOf({ amount: money(major, currency) })).toMatchObject({ amount: digits, currency });
  });
});

describe('settlement', () => {
  test('a capture settles in GBP for GBP, and in USD for any other currency', () => {
    expect(bodyOf({ amount: money('1', 'GBP') })['settleCurrency']).toBe('GBP');
    expect(bodyOf({ amount: money('1', 'CNY') })['settleCurrency']).toBe('USD');
  });

  test('a capture settles in the currency of the request where it names one', () => {
    expect(bodyOf({ amount: money('1', 'CNY'), settleCurrency: 'GBP' })['settleCurrency']).toBe('GBP');
  });
});

describe('goodsInfo', () => {
  const item = { ...goods, tax: '0' } as const;
  const text =
    '{"goods_name":"test","quantity":"1","category":"DIGITAL_GOODS","description":"testing","amount":"300","tax":"0"}';

  test('one item of goods is sent as a JSON object', () => {
    expect(bodyOf({ goodsInfo: item })['goodsInfo']).toBe(text);
  });

  test('a list of goods is sent as a JSON array', () => {
    expect(bodyOf({ goodsInfo: [item, item] })['goodsInfo']).toBe(`[${text},${text}]`);
  });

  test('goods without a tax are sent without one', () => {
    expect(bodyOf({ goodsInfo: goods })['goodsInfo']).toBe(text.replace(',"tax":"0"', ''));
  });
});

test('a field that is left out is not sent', () => {
  const { amount, card, reference } = request;
  const { exactBody } = connect().prepare({ amount, card, reference });
  expect(Object.keys(JSON.parse(exactBody?.reveal() ?? '') as object).sort()).toEqual(
    [
      ['amount', 'cardCvv', 'cardExpMonth', 'cardExpYear', 'cardNumber', 'currency', 'merchantNo', 'reference'],
      ['settleCurrency', 'storeNo', 'terminal', 'vendor', 'verifySign'],
    ].flat(),
  );
});

test('the other fields are sent under the documented names', () => {
  const change = {
    clientIp: '2001:db8::1',
    terminal: 'WAP',
    notes: 'größer als 1 & mehr',
    simulateFailure: 'CCREJECT-BANK_ERROR',
  } as const;
  expect(bodyOf(change, { merGroupNo: '400005' })).toMatchObject({
    merGroupNo: '400005',
    clientIp: '2001:db8::1',
    terminal: 'WAP',
    note: 'größer als 1 & mehr',
    cardHolderName: 'CCREJECT-BANK_ERROR',
    callbackUrl: 'http://zk-tys.yunkeguan.com/ttest/test2?status={status}',
  });
});

test('each environment has its host, and the path follows the base URL as it is', () => {
  const url = (options: object): string => connect(options).prepare(request).url;
  expect(url({ environment: 'live' })).toBe('https://mapi.yuansfer.com/order/v4/capture');
  expect(url({ environment: 'sandbox' })).toBe('https://mapi.yuansferdev.com/order/v4/capture');
  expect(url({ baseUrl: 'https://proxy.example/a//b' })).toBe('https://proxy.example/a//b/order/v4/capture');
});
