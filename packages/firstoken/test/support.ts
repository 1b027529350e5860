import { sampleOf, verdictOf, withMember } from '@capture/testing';
import { createFirstoken, type FirstokenOptions } from '../src/index.ts';

/** The documented example. */
export const example = sampleOf('firstoken');
/** Its response. */
export const sample = example.response.body;
/** Its request, without the fields that are optional. */
export const request = {
  authorizationId: '0001708980782641783611',
  amount: { minor: 100_000, currency: 'COP' },
  reference: '123456789',
} as const;
/** Its request as it is. */
export const fullRequest = { ...request, installments: 1, clientIp: '12.7.8.120' } as const;
/** The id of the capture in its response. */
export const captureId = '0001708980791641783622';

export const apiKey = 'key-of-firstoken';
export const connect = (change: Partial<FirstokenOptions> = {}) =>
  createFirstoken({ environment: 'sandbox', apiKey, ...change } as FirstokenOptions);
/** The result of a capture of 1000.00 COP. */
export const verdict = verdictOf(connect, request);

/** The example's response with one member changed, named by its path. */
export const changed = (path: string, value: unknown, from: unknown = sample) => withMember(from, path, value);
/** The same for a member of `transaction_info`. */
export const info = (member: string, value: unknown) => changed(`data.transaction_info.${member}`, value);
/** The same for a member of `amount_details`. */
export const amount = (member: string, value: unknown) => changed(`data.order_info.amount_details.${member}`, value);
