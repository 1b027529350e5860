import { sampleOf, verdictOf } from '@capture/testing';
import { createFreepayment, type FreepaymentOptions } from '../src/index.ts';

/** The documented example. */
export const example = sampleOf('freepayment');
/** Its response. */
export const { response } = example;
/** The transaction in its response. */
export const sample = response.body['transaction'] as Readonly<Record<string, unknown>>;
/** Its request. */
export const request = { authorizationId: '1-310b0da80b', amount: { minor: 50, currency: 'USD' } } as const;
/** The id of the capture in its response. */
export const captureId = '2-310b0da80b';

export const options = { environment: 'sandbox', shopId: '12345', secretKey: 'sandbox-secret-key' } as const;
export const connect = (change: Partial<FreepaymentOptions> = {}) =>
  createFreepayment({ ...options, ...change } as FreepaymentOptions);
/** The result of a capture of 0.50 USD with a reference. */
export const verdict = verdictOf(connect, { ...request, reference: 'order-1042' });
