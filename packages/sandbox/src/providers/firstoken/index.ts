import { change, oneMore, textAt } from '../../emulator/answers.ts';
import type { Emulator } from '../../emulator/emulator.ts';
import { capture, CAPTURE_PATH } from './capture.ts';
import { DETAILS_PATH, lookup } from './lookup.ts';
import { problemAnswer } from './problems.ts';

/** Firstoken: JSON with one key header; a capture that goes well answers success outside and Pending inside. */
export const firstoken: Emulator = {
  provider: 'firstoken',
  basePath: '',
  documentedBaseUrls: ['https://api.firstoken.co', 'https://api.firstoken-staging.co'],
  // The page prints only `:id`. *guess*: an id in the style of the sample's transaction_id; *sample*: COP 1000.
  samples: [{ id: '0001708980782641783611', amount: { minor: 100_000, currency: 'COP' }, reference: '123456789' }],
  authorizations: { single: true, newId: (ids) => ids.digits(22) },
  operation: ({ method, path }) => {
    if (method === 'POST' && CAPTURE_PATH.test(path)) return 'capture';
    return method === 'GET' && DETAILS_PATH.test(path) ? 'lookup' : undefined;
  },
  capture,
  lookup,
  problem: problemAnswer,
  otherAmount: (body) => {
    const details = 'data.order_info.amount_details';
    return change(change(body, `${details}.total_amount`, oneMore), `${details}.authorized_amount`, oneMore);
  },
  // A failure outside, around a transaction that was captured.
  contradict: (body) =>
    textAt(body, 'status') === 'success'
      ? { ...change(body, 'data.transaction_info.status', () => 'Captured'), status: 'fail', message: 'Capture failed' }
      : body,
};
