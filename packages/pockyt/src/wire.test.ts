import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { money } from '@capture/core';
import { describe, expect, test } from 'vitest';
import { answering, request, sample } from '../test/support.ts';
import { createPockyt, type PockytCaptureRequest } from './index.ts';

interface Arrived {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

async function captureOverLoopback(): Promise<Arrived[]> {
  const arrived: Arrived[] = [];
  const server = createServer((message, response) => {
    let body = '';
    message.setEncoding('utf8');
    message.on('data', (part: string) => (body += part));
    message.on('end', () => {
      arrived.push({ method: message.method, path: message.url, headers: message.headers, body });
      response.setHeader('content-type', 'application/json').end(JSON.stringify(sample.response.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const result = await createPockyt({ ...sample.credentials, baseUrl }).capture(request);
  await new Promise((resolve) => server.close(resolve));
  expect(result.status).toBe('captured');
  return arrived;
}

test("the page's example arrives as the page prints it", async () => {
  const arrived = await captureOverLoopback();
  expect(arrived).toHaveLength(1);
  const [{ method, path, headers, body }] = arrived as [Arrived];
  expect({ method, path }).toEqual({ method: sample.request.method, path: sample.request.path });
  expect(headers).toMatchObject(sample.request.headers);
  expect(headers.authorization).toBeUndefined();
  expect(JSON.parse(body)).toStrictEqual(sample.request.body);
  expect(Object.keys(JSON.parse(body) as object)).toEqual(Object.keys(sample.request.body));
});

/** The body of a request that is not sent. */
function bodyOf(change: Partial<PockytCaptureRequest>, options = {}): Record<string, string> {
  const { exactBody } = answering({}, options).client.prepare({ ...request, ...change });
  return JSON.parse(exactBody?.reveal() ?? '') as Record<string, string>;
}

describe('amounts', () => {
  test.each([
    ['300', 'USD', '300'],
    ['300.00', 'USD', '300'],
    ['300.5', 'USD', '300.50'],
    ['0.01', 'GBP', '0.01'],
    ['1000', 'KRW', '1000'],
    ['20000', 'IDR', '20000'],
    ['100', 'PKR', '100'],
  ])('%s %s is written %s', (major, currency, text) => {
    expect(bodyOf({ amount: money(major, currency) })).toMatchObject({ amount: text, currency });
  });
});

describe('settlement', () => {
  test('is in GBP for GBP, else in USD', () => {
    expect(bodyOf({ amount: money('1', 'GBP') })['settleCurrency']).toBe('GBP');
    expect(bodyOf({ amount: money('1', 'CNY') })['settleCurrency']).toBe('USD');
  });

  test('is what the request says, where it says so', () => {
    expect(bodyOf({ amount: money('1', 'CNY'), settleCurrency: 'GBP' })['settleCurrency']).toBe('GBP');
  });
});

describe('goodsInfo is sent as JSON text', () => {
  const item = {
    name: 'test',
    quantity: 1,
    category: 'DIGITAL_GOODS',
    description: 'testing',
    amount: '300',
    tax: '0',
  } as const;
  const text =
    '{"goods_name":"test","quantity":"1","category":"DIGITAL_GOODS","description":"testing","amount":"300","tax":"0"}';

  test("one item is the object of the vendor's reference", () => {
    expect(bodyOf({ goodsInfo: item })['goodsInfo']).toBe(text);
  });

  test('a list stays one', () => {
    expect(bodyOf({ goodsInfo: [item, item] })['goodsInfo']).toBe(`[${text},${text}]`);
  });

  test('a tax that is not given is not sent', () => {
    const { tax, ...untaxed } = item;
    expect(bodyOf({ goodsInfo: untaxed })['goodsInfo']).toBe(text.replace(`,"tax":"${tax}"`, ''));
  });
});

test('what is not given is not sent', () => {
  const { amount, card, reference } = request;
  const { exactBody } = answering({}).client.prepare({ amount, card, reference });
  expect(Object.keys(JSON.parse(exactBody?.reveal() ?? '') as object).sort()).toEqual(
    [
      ['amount', 'cardCvv', 'cardExpMonth', 'cardExpYear', 'cardNumber', 'currency', 'merchantNo', 'reference'],
      ['settleCurrency', 'storeNo', 'terminal', 'vendor', 'verifySign'],
    ].flat(),
  );
});

test('the rest goes out under the names of the provider', () => {
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

test('the documented host is the default, and the path follows the base URL as it is', () => {
  const url = (options: object): string => answering({}, options).client.prepare(request).url;
  expect(url({})).toBe('https://mapi.yuansfer.com/order/v4/capture');
  expect(url({ baseUrl: 'https://mapi.yuansferdev.com' })).toBe('https://mapi.yuansferdev.com/order/v4/capture');
  expect(url({ baseUrl: 'https://proxy.example/a//b' })).toBe('https://proxy.example/a//b/order/v4/capture');
});
