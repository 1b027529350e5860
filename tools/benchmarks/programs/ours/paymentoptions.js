import { money } from '@capture/core';
import { createPaymentOptions } from '@capture/paymentoptions';
import { opener } from './opener.js';

export const sample = {
  create: createPaymentOptions,
  options: { apiKey: '<api-key>', authorization: 'Basic YOUR_API_KEY_HERE', merchantId: '< Merchant ID >' },
  path: '/api/v1/api/v1',
  request: () => ({
    authorizationId: 'e0b0731e-7170-4b64-8a21-7d835eebd641',
    amount: money('1000', 'JPY'),
    reference: 'qwe',
    notes: 'Capturing authorised amount',
  }),
};
export const open = opener(sample);
