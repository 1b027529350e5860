import { money } from '@capture/core';
import { createPayfull, payfullHash } from '@capture/payfull';
import { lookupOpener, opener } from './opener.js';

export const sample = {
  create: createPayfull,
  options: { merchant: 'merchant name', password: 'sandbox-payfull-password' },
  path: '',
  request: () => ({
    authorizationId: 'T4U_8d8125d10a_481a77f38',
    amount: money('23.02', 'TRY'),
    reference: 'order-1042',
    clientIp: '192.168.1.1',
    notes: 'just any passive data',
    language: 'tr',
  }),
  sign: payfullHash,
  keys: { reference: 'order-1042' },
};
export const open = opener(sample);
export const openLookup = lookupOpener(sample);
