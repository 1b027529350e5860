import { sampleOf, verdictOf, withMember } from '@capture/testing';
import { createPaymentOptions, type PaymentOptionsOptions } from '../src/index.ts';

/** The documented example. */
export const example = sampleOf('paymentoptions');
/** Its response. */
export const sample = example.response.body;
/** Its request, without the notes. */
export const request = {
  authorizationId: 'e0b0731e-7170-4b64-8a21-7d835eebd641',
  amount: { minor: 1000, currency: 'JPY' },
} as const;
/** The id of the capture in its response. */
export const captureId = '9dfd39ec-eb4a-4f8b-a526-17abf140a717';

export const options = {
  environment: 'sandbox',
  apiKey: 'key-of-x-api-key',
  merchantId: '< Merchant ID >',
} as const;
export const connect = (change: Partial<PaymentOptionsOptions> = {}) =>
  createPaymentOptions({ ...options, ...change } as PaymentOptionsOptions);
/** The result of a capture of 1000 JPY. */
export const verdict = verdictOf(connect, request, example.response.status);

/** The example's response with one member changed, named by its path. */
export const changed = (path: string, value: unknown) => withMember(sample, path, value);
