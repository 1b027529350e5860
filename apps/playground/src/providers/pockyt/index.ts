import { money } from '@capture/core';
import { createPockyt, pockytScheme, type PockytOptions } from '@capture/pockyt';
import type { Provider } from '../provider.ts';
import { requestFields } from './fields.ts';

/** Pockyt, with the example of its page. */
export const pockyt: Provider = {
  id: 'pockyt',
  title: 'Pockyt',
  factory: 'createPockyt',
  create: (options) => createPockyt(options as unknown as PockytOptions),
  credentials: ['merchantNo', 'storeNo', 'token'],
  signature: { scheme: pockytScheme, secret: 'token' },
  notificationField: 'ipnUrl',
  takesCard: true,
  pendingReferences: true,
  expected: 'captured',
  sample: {
    amount: money('300', 'USD'),
    card: { number: '5425233430109903', cvv: '123', expiryMonth: '04', expiryYear: '2026' },
    reference: '1699583693607',
    customerNo: '2000299440486216204525',
    notes: 'test note',
  },
  fields: requestFields,
};
