import { readFileSync } from 'node:fs';
import { money } from '@capture/core';
import { respondingWith, sampleOf, verdictOf } from '@capture/testing';
import { createPockyt, type PockytCaptureRequest, type PockytOptions } from '../src/index.ts';

const protocol = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../protocol/${path}`, import.meta.url), 'utf8'));

/** A response of Pockyt. */
export interface PockytResponse {
  readonly ret_code: string;
  readonly ret_msg?: string;
  readonly result?: Readonly<Record<string, unknown>> | null;
}

/** The documented example. */
export const sample = sampleOf('pockyt');
/** Its response. */
export const success = sample.response.body as unknown as PockytResponse;
/** Its credentials. */
export const credentials = {
  environment: 'sandbox',
  merchantNo: '200043',
  storeNo: '300014',
  token: sample.credentials['token'] ?? '',
} as const satisfies PockytOptions;

/** Responses that are documented elsewhere. */
export const responses = protocol('pockyt/response.json') as {
  readonly success: PockytResponse;
  readonly pending: PockytResponse;
  readonly returnCodes: Readonly<Record<string, string>>;
  readonly statuses: readonly string[];
};

/** Every published signature. */
export const signatures = (
  protocol('signatures.json') as {
    pockyt: { name: string; token: string; tokenMd5?: string; fields: Record<string, string>; signature: string }[];
  }
).pockyt;

/** The documented request in the names of this package. */
export const request = {
  amount: money('300', 'USD'),
  card: { number: '5425233430109903', cvv: '123', expiryMonth: '04', expiryYear: '2026' },
  reference: '1699583693607',
  notes: 'test note',
  customerNo: '2000299440486216204525',
  ipnUrl: 'https://zk-tys.yunkeguan.com/ttest/test',
  callbackUrl: 'http://zk-tys.yunkeguan.com/ttest/test2?status={status}',
} as const satisfies PockytCaptureRequest;

/** An item of `goodsInfo`. */
export const goods = {
  name: 'test',
  quantity: 1,
  category: 'DIGITAL_GOODS',
  description: 'testing',
  amount: '300',
} as const;

/** A notification as the vendor's reference prints it, without its signature. */
export const notification = {
  amount: '20.00',
  completedAt: '2025-02-06T13:23:39Z',
  currency: 'USD',
  customerNo: '2000299440486216204525',
  reference: 'hwI8KhTcOS',
  settleCurrency: 'USD',
  status: 'success',
  transactionNo: '378265991124154801',
} as const;

export const connect = (change: Partial<PockytOptions> = {}) =>
  createPockyt({ ...credentials, ...change } as PockytOptions);
/** The result of a capture of 300.00 USD. */
export const verdict = verdictOf(connect, request);
/** The result of a lookup of that payment, and the bodies that it sent. */
export const responding = (body: unknown, status = 200, options: Partial<PockytOptions> = {}) => {
  const { fetch, requests } = respondingWith(status, body);
  const sent = () => requests.map((one) => JSON.parse(one.body) as Record<string, unknown>);
  return { client: connect({ fetch, ...options }), sent, requests };
};
