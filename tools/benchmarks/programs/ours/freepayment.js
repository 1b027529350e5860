import { money } from '@capture/core';
import { createFreepayment } from '@capture/freepayment';
import { opener } from './opener.js';

export const sample = {
  create: createFreepayment,
  options: { shopId: '12345', secretKey: 'sandbox-secret-key' },
  path: '/beyag',
  request: () => ({ authorizationId: '1-310b0da80b', amount: money('0.50', 'USD') }),
};
export const open = opener(sample);
