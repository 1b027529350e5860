import { answering, sampleOf, withMember } from '@capture/testing';
import { createPaymentOptions, type PaymentOptionsCaptureRequest } from '../src/index.ts';

/** The page's answer. */
export const sample = sampleOf('paymentoptions').response.body;
/** The page's request. */
export const request = {
  authorizationId: 'e0b0731e-7170-4b64-8a21-7d835eebd641',
  amount: { minor: 1000, currency: 'JPY' },
} as const;

/** What a capture of 1000 JPY becomes when the provider answers this. */
export function verdict(
  answer: unknown,
  { status = 201, ...asked }: { status?: number } & Partial<PaymentOptionsCaptureRequest> = {},
) {
  const { fetch } = answering(status, answer);
  const client = createPaymentOptions({
    apiKey: 'key-of-x-api-key',
    merchantId: '< Merchant ID >',
    baseUrl: 'https://api-dev.paymentoptions.com/api/v1/api/v1',
    fetch,
  });
  return client.capture({ ...request, ...asked });
}

/** The sample with one member changed, named by its path. */
export const changed = (path: string, value: unknown, from: unknown = sample) => withMember(from, path, value);
