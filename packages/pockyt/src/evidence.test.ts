import { comparedFields } from '@capture/testing';
import { expect, test } from 'vitest';
import { responses, success, verdict } from '../test/support.ts';

test('of two addresses the secure one is passed on, and what was compared is listed', async () => {
  const url = 'https://www.sandbox.paypal.com/3ds';
  const { reference } = success.result as { readonly reference: string };
  const result = { ...responses.pending.result, authenticationUrl: 'ftp://a.example', authUrl: url, reference };
  const pending = await verdict({ ...responses.pending, result });
  expect(pending).toMatchObject({ status: 'pending', nextAction: { url } });
  expect(comparedFields(pending)).toContain('reference');
});

test('a refused request beside a payment lists what contradicts it', async () => {
  const result = { status: 'closed', transactionNo: 'T-1' };
  expect(await verdict({ ret_code: '000023', ret_msg: 'no', result })).toMatchObject({
    status: 'unknown',
    reason: 'contradictory',
    checks: [
      { field: 'status', expected: 'failed', found: 'closed', agrees: false },
      { field: 'transactionNo', expected: '(absent)', found: 'T-1', agrees: false },
    ],
  });
});
