import { money } from '@capture/core';
import { createPockyt, pockytSignature } from '@capture/pockyt';
import { lookupOpener, opener } from './opener.js';

export const sample = {
  create: createPockyt,
  options: { merchantNo: '200043', storeNo: '300014', token: '5cbfb079f15b150122261c8537086d77a' },
  path: '',
  request: () => ({
    amount: money('300', 'USD'),
    card: { number: '5425233430109903', cvv: '123', expiryMonth: '04', expiryYear: '2026' },
    reference: '1699583693607',
    notes: 'test note',
    customerNo: '2000299440486216204525',
    settleCurrency: 'USD',
    terminal: 'ONLINE',
    ipnUrl: 'https://zk-tys.yunkeguan.com/ttest/test',
    callbackUrl: 'http://zk-tys.yunkeguan.com/ttest/test2?status={status}',
  }),
  sign: pockytSignature,
  keys: { reference: '1699583693607' },
};
export const open = opener(sample);
export const openLookup = lookupOpener(sample);
