import { sampleOf, verdictOf } from '@capture/testing';
import { createPayfull, type PayfullOptions } from '../src/index.ts';

/** The documented example. */
export const sample = sampleOf('payfull');
export const options = {
  merchant: 'merchant name',
  password: 'sandbox-payfull-password',
  baseUrl: 'https://shop.payfull.com',
} as const;
/** The request of the documented example, with the amount that its response reports. */
export const request = {
  authorizationId: 'T4U_8d8125d10a_481a77f38',
  amount: { minor: 100, currency: 'TRY' },
  clientIp: '192.168.1.1',
  notes: 'just any passive data',
} as const;

export const connect = (change: Partial<PayfullOptions> = {}) => createPayfull({ ...options, ...change });
/** The result of a capture of 1.00 TRY with a reference. */
export const verdict = verdictOf(connect, { ...request, reference: 'order-1042' });
