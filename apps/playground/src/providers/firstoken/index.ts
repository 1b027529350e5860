import { money } from '@capture/core';
import { createFirstoken, type FirstokenOptions } from '@capture/firstoken';
import type { Provider } from '../provider.ts';
import { requestFields } from './fields.ts';

/** Firstoken, with the example of its page. */
export const firstoken: Provider = {
  id: 'firstoken',
  title: 'Firstoken',
  factory: 'createFirstoken',
  create: (options) => createFirstoken(options as unknown as FirstokenOptions),
  credentials: ['apiKey'],
  takesCard: false,
  pendingReferences: true,
  expected: 'pending',
  sample: {
    authorizationId: '0001708980782641783611',
    amount: money('1000', 'COP'),
    reference: '123456789',
    installments: 1,
    clientIp: '12.7.8.120',
  },
  fields: requestFields,
};
