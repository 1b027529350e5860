import { money } from '@capture/core';
import { createPaymentOptions, type PaymentOptionsOptions } from '@capture/paymentoptions';
import type { Provider } from '../provider.ts';
import { requestFields } from './fields.ts';

/** PaymentOptions, with the example of its page. */
export const paymentoptions: Provider = {
  id: 'paymentoptions',
  title: 'PaymentOptions',
  factory: 'createPaymentOptions',
  create: (options) => createPaymentOptions(options as unknown as PaymentOptionsOptions),
  credentials: ['apiKey', 'authorization', 'merchantId'],
  takesCard: false,
  pendingReferences: false,
  expected: 'captured',
  sample: {
    authorizationId: 'e0b0731e-7170-4b64-8a21-7d835eebd641',
    amount: money('1000', 'JPY'),
    notes: 'Capturing authorised amount',
  },
  fields: requestFields,
};
