import { InvalidRequestError, money } from '@capture/core';
import { describe, expect, test } from 'vitest';
import { answering, sample, type Answer } from '../test/support.ts';
import { pockytSignature } from './index.ts';

/** The answer that the vendor's query page prints. */
const printed: Answer = {
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
const printedWith = (change: object): Answer => ({ ...printed, result: { ...printed.result, ...change } });
const keys = { reference: 'test202001011305' };
const lookup = (body: unknown, status?: number) =>
  answering(body, status === undefined ? {} : { status }).client.lookup(keys);

describe('what is asked', () => {
  test("by captureId it is the vendor's example, signature included", async () => {
    const { client, sent } = answering(printed);
    await client.lookup({ captureId: '297553638300708562' });
    expect(sent).toStrictEqual([
      {
        merchantNo: '200043',
        storeNo: '300014',
        transactionNo: '297553638300708562',
        verifySign: '0df745088d7202a6d186596acdc82c6a',
      },
    ]);
  });

  test('by reference, also where the captureId is known: one of them, never both', async () => {
    const { client, sent } = answering(printed, { merGroupNo: '400005' });
    await client.lookup({ ...keys, captureId: '297553638300708562', amount: money('10', 'CNY') });
    const fields = { merGroupNo: '400005', merchantNo: '200043', storeNo: '300014', ...keys };
    expect(sent).toStrictEqual([{ ...fields, verifySign: pockytSignature(fields, sample.credentials.token) }]);
  });

  test('it goes to the path of the look-up', async () => {
    const urls: string[] = [];
    const fetch = (url: string, { method }: RequestInit): Promise<Response> => {
      urls.push(`${method} ${url}`);
      return Promise.resolve(new Response(JSON.stringify(printed)));
    };
    await answering(printed, { fetch }).client.lookup(keys);
    expect(urls).toEqual(['POST https://mapi.yuansfer.com/app-data-search/v3/tran-query']);
  });

  test('with nothing to ask by it is refused', async () => {
    const { client, sent } = answering(printed);
    await expect(client.lookup({ authorizationId: 'x' } as never)).rejects.toThrow(InvalidRequestError);
    expect(sent).toEqual([]);
  });
});

describe('what an answer proves', () => {
  test("the vendor's example is captured, and that decides", async () => {
    expect(await lookup(printed)).toMatchObject({
      status: 'captured',
      decides: true,
      captureId: '297553638300708562',
      reportedAmount: { minor: 1000, currency: 'CNY' },
    });
  });

  test('a failed payment is declined, and that decides', async () => {
    expect(await lookup(printedWith({ status: 'failed' }))).toMatchObject({ status: 'declined', decides: true });
  });

  test('a pending one stays open', async () => {
    expect(await lookup(printedWith({ status: 'pending' }))).toMatchObject({ status: 'pending', decides: false });
  });

  test('a payment that is not known proves nothing', async () => {
    expect(await lookup({ ret_code: '000021', ret_msg: 'no related information' })).toMatchObject({
      status: 'not-found',
      decides: false,
      error: undefined,
    });
  });

  test.each(['000000', '000010', '000020', '000022', '000023', '000030', '000040', '000080', '000777'])(
    'that the look-up was refused (%s) says nothing of the payment',
    async (ret_code) => {
      expect(await lookup({ ret_code, ret_msg: 'no' })).toMatchObject({ status: 'unknown', decides: false });
    },
  );

  test.each([
    ['another reference', { reference: 'other' }],
    ['no reference', { reference: undefined }],
    ['a refund', { transactionType: 'refund' }],
    ['an unknown word', { status: 'closed' }],
    ['no word', { status: undefined }],
    ['no amount', { amount: undefined }],
  ])('with %s it is unknown', async (_what, change) => {
    expect(await lookup(printedWith(change))).toMatchObject({ status: 'unknown', decides: false });
  });

  test('a failure of another payment is none of ours', async () => {
    const body = printedWith({ status: 'failed', reference: 'other' });
    expect(await lookup(body)).toMatchObject({ status: 'unknown', error: { code: 'other_payment' } });
  });

  test('a failure of another amount is none of ours', async () => {
    const { client } = answering(printedWith({ status: 'failed', amount: '11.00' }));
    expect(await client.lookup({ ...keys, amount: money('10', 'CNY') })).toMatchObject({
      status: 'unknown',
      decides: false,
      error: { code: 'amount_differs' },
    });
  });

  test('what is found under the reference has to be the capture that is known', async () => {
    const { client } = answering(printed);
    expect(await client.lookup({ ...keys, captureId: 'another' })).toMatchObject({ status: 'unknown' });
  });

  test('another amount than was asked is no capture of ours', async () => {
    const { client } = answering(printed);
    expect(await client.lookup({ ...keys, amount: money('11', 'CNY') })).toMatchObject({
      status: 'unknown',
      error: { code: 'amount_differs' },
    });
  });

  test.each([404, 500])('a success under HTTP %i is unknown', async (status) => {
    expect(await lookup(printed, status)).toMatchObject({ status: 'unknown' });
  });

  test('success inside with a refusal outside is unknown', async () => {
    expect(await lookup({ ...printed, ret_code: '000021' })).toMatchObject({
      status: 'unknown',
      error: { code: 'contradictory_answer' },
    });
  });
});
