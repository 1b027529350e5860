import { InvalidRequestError, type LookupKeys } from '@capture/core';
import { describe, expect, test } from 'vitest';
import { answering, loopback, sampleOf } from '@capture/testing';
import { createFreepayment } from './index.ts';

const { credentials, request, response } = sampleOf('freepayment');
const options = { shopId: credentials['shopId'] ?? '', secretKey: credentials['secretKey'] ?? '' };
const sample = response.body['transaction'] as Record<string, unknown>;
const captureId = '2-310b0da80b';
const keys = { reference: 'order-1042', authorizationId: '1-310b0da80b', amount: { minor: 50, currency: 'USD' } };

function lookup(asked: LookupKeys, answer: unknown, status = 200) {
  const { fetch } = answering(status, answer);
  return createFreepayment({ ...options, fetch }).lookup(asked as LookupKeys<'reference'>);
}

const one = (change: Record<string, unknown> = {}) => ({ transaction: { ...sample, ...change } });
/** The page's capture among what a tracking id may name besides. */
const list = (...captures: Record<string, unknown>[]) => ({
  transactions: [
    { ...sample, uid: '1-310b0da80b', parent_uid: null, type: 'authorization', tracking_id: 'order-1042' },
    ...captures.map((change) => ({ ...sample, tracking_id: 'order-1042', ...change })),
    { ...sample, uid: '3-310b0da80b', parent_uid: captureId, type: 'refund', tracking_id: 'order-1042' },
  ],
});
const notFound = { message: 'Record not found', errors: { base: ['Record not found'] } };

describe('what is asked', () => {
  test.each<[string, LookupKeys, string]>([
    ['the capture, where its uid is known', { ...keys, captureId }, `/transactions/${captureId}`],
    ['else the reference', keys, '/transactions/tracking_id/order-1042'],
    ['else the authorization', { authorizationId: '1-310b0da80b' }, '/transactions/1-310b0da80b'],
    ['percent-encoded', { reference: 'Sipariş 1042?;#' }, '/transactions/tracking_id/Sipari%C5%9F%201042%3F%3B%23'],
  ])('%s', async (_what, asked, path) => {
    const { baseUrl, arrived } = await loopback(200, one());
    await createFreepayment({ ...options, baseUrl: `${baseUrl}/beyag` }).lookup(asked as LookupKeys<'reference'>);
    expect(arrived).toMatchObject([
      { method: 'GET', path: `/beyag${path}`, headers: { authorization: request.headers['authorization'] }, body: '' },
    ]);
  });

  test.each([{}, { amount: keys.amount }, { captureId: '.' }, { reference: '..' }, { captureId: 'a/b' }])(
    '%o is refused',
    async (asked) => {
      const error: unknown = await lookup(asked, one()).catch((thrown: unknown) => thrown);
      expect(InvalidRequestError.is(error)).toBe(true);
    },
  );
});

describe('by the uid of the capture', () => {
  test('its state decides', async () => {
    expect(await lookup({ ...keys, captureId }, one())).toMatchObject({
      status: 'captured',
      decides: true,
      captureId,
      amountCheck: 'matched',
    });
    const failed = one({ status: 'failed', capture: { status: 'failed' }, code: 'F.0207' });
    expect(await lookup({ captureId }, failed)).toMatchObject({
      status: 'declined',
      decides: true,
      error: { code: 'insufficient_funds' },
    });
    const pending = one({ status: 'processing', capture: { status: 'processing' } });
    expect(await lookup({ captureId }, pending)).toMatchObject({ status: 'pending', decides: false });
  });

  test.each([
    ['another uid', { uid: '2-310b0da80c' }],
    ['another parent', { parent_uid: '1-310b0da80c' }],
    ['another amount', { amount: 51 }],
    ['an authorization', { type: 'authorization' }],
    ['a contradiction', { capture: { status: 'failed' } }],
    ['an unknown state', { status: 'initial' }],
    ['the authorization itself', { uid: '1-310b0da80b', parent_uid: '1-310b0da80b' }],
    ['a failure of another amount', { status: 'failed', capture: { status: 'failed' }, amount: 51 }],
  ])('%s decides nothing', async (_what, change) => {
    expect(await lookup({ ...keys, captureId }, one(change))).toMatchObject({ status: 'unknown', decides: false });
  });

  test.each(['successful', 'failed', 'pending'])(
    'errors beside a transaction that is %s decide nothing',
    async (status) => {
      const answer = { ...one({ status, capture: { status } }), errors: { system: ['System error.'] } };
      expect(await lookup({ ...keys, captureId }, answer)).toMatchObject({
        status: 'unknown',
        error: { code: 'contradictory_answer' },
      });
    },
  );

  test('404 with the body of the provider is not found, which proves nothing', async () => {
    expect(await lookup({ captureId }, notFound, 404)).toMatchObject({ status: 'not-found', decides: false });
    expect(await lookup({ captureId }, { message: 'no Route matched' }, 404)).toMatchObject({ status: 'unknown' });
  });
});

describe('by reference, authorization and amount', () => {
  test('exactly one capture of this authorization and amount decides', async () => {
    expect(await lookup(keys, list({}))).toMatchObject({ status: 'captured', decides: true, captureId });
    const others = [{ parent_uid: '1-other' }, { amount: 49 }, { type: 'void' }];
    expect(await lookup(keys, list({}, ...others))).toMatchObject({ status: 'captured', decides: true, captureId });
  });

  test('none is not found', async () => {
    expect(await lookup(keys, list())).toMatchObject({ status: 'not-found', decides: false });
    expect(await lookup(keys, { transactions: [] })).toMatchObject({ status: 'not-found', decides: false });
  });

  test.each([
    ['no parent', { parent_uid: null }],
    ['an empty parent', { parent_uid: '' }],
    ['no amount', { amount: undefined }],
    ['no currency', { currency: null }],
    ['no type', { type: undefined }],
    ['its type in other letters', { type: 'Capture' }],
  ])('one with %s may be ours: it decides nothing, and neither does another beside it', async (_what, change) => {
    const nothing = { status: 'undecidable', decides: false };
    expect(await lookup(keys, list(change))).toMatchObject(nothing);
    expect(await lookup(keys, list(change, { uid: '4-310b0da80b' }))).toMatchObject(nothing);
    const failed = { uid: '4-310b0da80b', status: 'failed', capture: { status: 'failed' } };
    expect(await lookup(keys, list(failed, change))).toMatchObject(nothing);
  });

  test('one that failed decides nothing: another attempt may not be listed yet', async () => {
    for (const status of ['failed', 'expired'])
      expect(await lookup(keys, list({ status, capture: { status } }))).toMatchObject({
        status: 'undecidable',
        decides: false,
      });
  });

  test('errors beside the list decide nothing', async () => {
    for (const errors of [{ system: ['System error.'] }, [], ''])
      expect(await lookup(keys, { ...list({}), errors })).toMatchObject({
        status: 'unknown',
        error: { code: 'contradictory_answer' },
      });
  });

  test('two that fit cannot be told apart', async () => {
    expect(await lookup(keys, list({}, { uid: '4-310b0da80b' }))).toMatchObject({
      status: 'undecidable',
      decides: false,
    });
    const failedFirst = list({ uid: '4-310b0da80b', status: 'failed', capture: { status: 'failed' } }, {});
    expect(await lookup(keys, failedFirst)).toMatchObject({ status: 'undecidable', decides: false });
  });

  test.each(['authorizationId', 'amount'] as const)('without %s nothing is decided', async (missing) => {
    const asked = Object.fromEntries(Object.entries(keys).filter(([name]) => name !== missing));
    expect(await lookup(asked, list({}))).toMatchObject({ status: 'undecidable', decides: false });
  });

  test('one that fits, but is in another currency, of another reference or contradictory, decides nothing', async () => {
    for (const change of [{ currency: 'EUR' }, { tracking_id: 'order-1043' }, { capture: { status: 'failed' } }]) {
      expect(await lookup(keys, list(change))).toMatchObject({ status: 'unknown', decides: false });
    }
  });

  test('a list with HTTP 500 decides nothing', async () => {
    expect(await lookup(keys, list({}), 500)).toMatchObject({ status: 'unknown', decides: false });
    expect(await lookup(keys, { transactions: [] }, 500)).toMatchObject({ status: 'unknown', decides: false });
  });
});

describe('by the authorization alone', () => {
  test.each([
    ['an authorization', one({ type: 'authorization', uid: '1-310b0da80b' }), 200],
    ['a capture', one(), 200],
    ['nothing', notFound, 404],
  ])('%s: undecidable', async (_what, answer, status) => {
    expect(await lookup({ authorizationId: '1-310b0da80b', amount: keys.amount }, answer, status)).toMatchObject({
      status: 'undecidable',
      decides: false,
    });
  });
});

test.each([
  [401, 'credentials_rejected'],
  [403, 'credentials_rejected'],
  [422, 'invalid_request'],
  [429, 'rate_limited'],
])('a look-up that is refused with HTTP %i never says that the capture was declined', async (status, code) => {
  const refusal = { message: 'Invalid shop_id/secret_key.', errors: { system: ['System error.'] } };
  for (const asked of [{ captureId }, keys, { authorizationId: '1-310b0da80b' }]) {
    expect(await lookup(asked, refusal, status)).toMatchObject({ status: 'unknown', decides: false, error: { code } });
  }
});
