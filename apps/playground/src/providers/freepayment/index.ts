import { createFreepayment, type FreepaymentOptions } from '@capture/freepayment';
import type { Provider } from '../provider.ts';
import { requestFields } from './fields.ts';

/** freepayment.online, with the example of its page. */
export const freepayment: Provider = {
  id: 'freepayment',
  title: 'freepayment.online',
  factory: 'createFreepayment',
  create: (options) => createFreepayment(options as unknown as FreepaymentOptions),
  credentials: ['shopId', 'secretKey'],
  sandboxOptions: ({ notifications }) => ({ publicKey: notifications.publicKey }),
  takesCard: false,
  pendingReferences: true,
  expected: 'captured',
  sample: { authorizationId: '1-310b0da80b', amount: { minor: 50, currency: 'USD' } },
  fields: requestFields,
};
