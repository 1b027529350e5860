import { money } from '@capture/core';
import { createPayfull, payfullScheme, type PayfullOptions } from '@capture/payfull';
import type { Provider } from '../provider.ts';
import { requestFields } from './fields.ts';

/** Payfull, with the example of its page. */
export const payfull: Provider = {
  id: 'payfull',
  title: 'Payfull',
  factory: 'createPayfull',
  create: (options) => createPayfull(options as PayfullOptions),
  credentials: ['merchant', 'password', 'baseUrl'],
  signature: { scheme: payfullScheme, secret: 'password' },
  takesCard: false,
  pendingReferences: false,
  expected: 'captured',
  sample: {
    authorizationId: 'T4U_8d8125d10a_481a77f38',
    amount: money('23.02', 'TRY'),
    clientIp: '192.168.1.1',
    language: 'tr',
    notes: 'just any passive data',
  },
  fields: requestFields,
};
