import { money } from '@capture/core';
import { createPaymentOptions } from '@capture/paymentoptions';
import { lookupOpener, opener } from './opener.js';

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
  keys: { captureId: '9dfd39ec-eb4a-4f8b-a526-17abf140a717' },
};
export const open = opener(sample);
export const openLookup = lookupOpener(sample);
