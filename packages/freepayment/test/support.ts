import { answering, sampleOf } from '@capture/testing';
import { createFreepayment } from '../src/index.ts';

/** The page's answer. */
export const { response } = sampleOf('freepayment');

const request = {
  authorizationId: '1-310b0da80b',
  amount: { minor: 50, currency: 'USD' },
  reference: 'order-1042',
};

/** What a capture of 0.50 USD becomes when the provider answers this. */
export function verdict(answer: unknown, status = 200) {
  const { fetch } = answering(status, answer);
  return createFreepayment({ shopId: '12345', secretKey: 'sandbox-secret-key', fetch }).capture(request);
}
