import { money } from '@capture/core';
import { createFreepayment } from '@capture/freepayment';
import { lookupOpener, opener } from './opener.js';

export const sample = {
  create: createFreepayment,
  options: { shopId: '12345', secretKey: 'sandbox-secret-key' },
  path: '/beyag',
  request: () => ({ authorizationId: '1-310b0da80b', amount: money('0.50', 'USD') }),
  keys: { captureId: '2-310b0da80b' },
};
export const open = opener(sample);
export const openLookup = lookupOpener(sample);
