import { money } from '@capture/core';
import { createFirstoken } from '@capture/firstoken';
import { lookupOpener, opener } from './opener.js';

export const sample = {
  create: createFirstoken,
  options: { apiKey: 'YOUR API KEY' },
  path: '',
  request: () => ({
    authorizationId: '0001708980782641783611',
    amount: money('1000', 'COP'),
    reference: '123456789',
    installments: 1,
    clientIp: '12.7.8.120',
  }),
  keys: { captureId: '0001708980791641783622' },
};
export const open = opener(sample);
export const openLookup = lookupOpener(sample);
