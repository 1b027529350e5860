import { answering, sampleOf, withMember } from '@capture/testing';
import { createFirstoken, type FirstokenCaptureRequest } from '../src/index.ts';

/** The page's answer. */
export const sample = sampleOf('firstoken').response.body;
/** The page's request. */
export const request = {
  authorizationId: '0001708980782641783611',
  amount: { minor: 100_000, currency: 'COP' },
  reference: '123456789',
} as const;

/** What a capture of 1000.00 COP becomes when the provider answers this. */
export function verdict(
  answer: unknown,
  { status = 200, ...asked }: { status?: number } & Partial<FirstokenCaptureRequest> = {},
) {
  const { fetch } = answering(status, answer);
  return createFirstoken({ apiKey: 'key-of-firstoken', fetch }).capture({ ...request, ...asked });
}

/** The sample with one member changed, named by its path. */
export const changed = (path: string, value: unknown, from: unknown = sample) => withMember(from, path, value);
/** The sample with another member of `transaction_info`. */
export const info = (member: string, value: unknown) => changed(`data.transaction_info.${member}`, value);
/** The sample with another member of `amount_details`. */
export const amount = (member: string, value: unknown) => changed(`data.order_info.amount_details.${member}`, value);
