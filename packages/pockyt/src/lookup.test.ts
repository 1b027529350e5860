import { money } from '@capture/core';
import { issuesOf } from '@capture/testing';
import { describe, expect, test } from 'vitest';
import { credentials, responding, type PockytResponse } from '../test/support.ts';
import { pockytSignature } from './index.ts';

/** The response that the vendor documents for a query. */
const printed: PockytResponse = {
  ret_code: '000100',
  ret_msg: 'query success ',
  result: {
    amount: '10.00',
    currency: 'CNY',
    reference: 'test202001011305',
    settleCurrency: 'USD',
    status: 'success',
    transactionNo: '297553638300708562',
    transactionType: 'payment',
  },
};
const printedWith = (change: object): PockytResponse => ({ ...printed, result: { ...printed.result, ...change } });
const keys = { reference: 'test202001011305' };
const lookup = (body: unknown, status?: number) => responding(body, status).client.lookup(keys);

describe('requests of a lookup', () => {
  test("a lookup by captureId sends the vendor's example, including the signature", async () => {
    const { client, sent } = responding(printed);
    await client.lookup({ captureId: '297553638300708562' });
    expect(sent()).toStrictEqual([
      {
        merchantNo: '200043',
        storeNo: '300014',
        transactionNo: '297553638300708562',
        verifySign: '0df745088d7202a6d186596acdc82c6a',
      },
    ]);
  });

  test('a lookup by reference sends no captureId, even where it is known', async () => {
    const { client, sent } = responding(printed, 200, { merGroupNo: '400005' });
    await client.lookup({ ...keys, captureId: '297553638300708562', amount: money('10', 'CNY') });
    const fields = { merGroupNo: '400005', merchantNo: '200043', storeNo: '300014', ...keys };
    expect(sent()).toStrictEqual([{ ...fields, verifySign: pockytSignature(fields, credentials.token) }]);
  });

  test('a lookup is sent to the path of the query', async () => {
    const { client, requests } = responding(printed);
    await client.lookup(keys);
    const urls = requests.map(({ method, path }) => `${String(method)} ${String(path)}`);
    expect(urls).toEqual(['POST https://mapi.yuansfer.com/app-data-search/v3/tran-query']);
  });

  test('a lookup without a reference or captureId is refused, and nothing is sent', async () => {
    const { client, sent } = responding(printed);
    expect(await issuesOf(() => client.lookup({ authorizationId: 'x' } as never))).toHaveLength(1);
    expect(sent()).toEqual([]);
  });
});

describe('responses to a lookup', () => {
  test("a lookup that finds the vendor's example is captured, which decides", async () => {
    expect(await lookup(printed)).toMatchObject({
      status: 'captured',
      decides: true,
      captureId: '297553638300708562',
      reportedAmount: { minor: 1000, currency: 'CNY' },
    });
  });

  test('a lookup that finds a failed payment is declined where it cannot be an earlier attempt', async () => {
    const failed = printedWith({ status: 'failed' });
    const { client } = responding(failed);
    for (const by of [{ ...keys, knownCaptureIds: [] }, { captureId: '297553638300708562' }])
      expect(await client.lookup(by)).toMatchObject({ status: 'declined', decides: true });
    for (const by of [keys, { ...keys, knownCaptureIds: ['297553638300708562'] }])
      expect(await client.lookup(by)).toMatchObject({
        status: 'undecidable',
        decides: false,
        candidates: [{ captureId: '297553638300708562', status: 'declined' }],
      });
  });

  test('a lookup that finds an earlier payment under a reference that was used again decides nothing', async () => {
    const { client } = responding(printed);
    expect(await client.lookup({ ...keys, knownCaptureIds: ['297553638300708562'] })).toMatchObject({
      status: 'undecidable',
      decides: false,
    });
  });

  test('a lookup that finds a pending payment is pending, which decides nothing', async () => {
    expect(await lookup(printedWith({ status: 'pending' }))).toMatchObject({ status: 'pending', decides: false });
  });

  test('a lookup of an unknown payment is not found, which decides nothing', async () => {
    expect(await lookup({ ret_code: '000021', ret_msg: 'no related information' })).toMatchObject({
      status: 'not-found',
      decides: false,
      error: undefined,
    });
  });

  test.each(['000000', '000010', '000020', '000022', '000023', '000030', '000040', '000080', '000777'])(
    'a lookup that is refused with %s is unknown',
    async (ret_code) => {
      expect(await lookup({ ret_code, ret_msg: 'no' })).toMatchObject({ status: 'unknown', decides: false });
    },
  );

  test.each([
    ['another reference', { reference: 'other' }],
    ['no reference', { reference: undefined }],
    ['the type of a refund', { transactionType: 'refund' }],
    ['an unknown status', { status: 'closed' }],
    ['no status', { status: undefined }],
    ['no amount', { amount: undefined }],
  ])('a lookup that finds a payment with %s is unknown', async (_what, change) => {
    expect(await lookup(printedWith(change))).toMatchObject({ status: 'unknown', decides: false });
  });

  test('a lookup that finds a failed payment with another reference is unknown', async () => {
    const body = printedWith({ status: 'failed', reference: 'other' });
    expect(await lookup(body)).toMatchObject({ status: 'unknown', error: { code: 'other_payment' } });
  });

  test('a lookup that finds a failed payment of another amount is unknown', async () => {
    const { client } = responding(printedWith({ status: 'failed', amount: '11.00' }));
    expect(await client.lookup({ ...keys, amount: money('10', 'CNY') })).toMatchObject({
      status: 'unknown',
      decides: false,
      error: { code: 'amount_differs' },
    });
  });

  test('a lookup by reference that finds another captureId than the known one is unknown', async () => {
    const { client } = responding(printed);
    expect(await client.lookup({ ...keys, captureId: 'another' })).toMatchObject({ status: 'unknown' });
  });

  test('a lookup that finds another amount than was requested is unknown', async () => {
    const { client } = responding(printed);
    expect(await client.lookup({ ...keys, amount: money('11', 'CNY') })).toMatchObject({
      status: 'unknown',
      error: { code: 'amount_differs' },
    });
  });

  test.each([404, 500])('a lookup that finds a success with HTTP %i is unknown', async (status) => {
    expect(await lookup(printed, status)).toMatchObject({ status: 'unknown' });
  });

  test('a lookup that finds a success with the return code of a refusal is unknown', async () => {
    expect(await lookup({ ...printed, ret_code: '000021' })).toMatchObject({
      status: 'unknown',
      error: { code: 'contradictory_response' },
    });
  });
});
