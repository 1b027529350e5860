import type { LookupKeys } from '@capture/core';
import { issuesOf, loopback, respondingWith } from '@capture/testing';
import { describe, expect, test } from 'vitest';
import { captureId, connect, example, request, sample } from '../test/support.ts';

const { authorizationId, amount } = request;
const keys = { reference: 'order-1042', authorizationId, amount };
/** The same, where no other capture of the authorization is known. */
const only = { ...keys, knownCaptureIds: [] };

function lookup(by: LookupKeys, body: unknown, status = 200) {
  const { fetch } = respondingWith(status, body);
  return connect({ fetch }).lookup(by as LookupKeys<'reference'>);
}

const one = (change: Record<string, unknown> = {}) => ({ transaction: { ...sample, ...change } });
/** The documented capture among the other transactions that share its tracking id. */
const list = (...captures: Record<string, unknown>[]) => ({
  transactions: [
    { ...sample, uid: '1-310b0da80b', parent_uid: null, type: 'authorization', tracking_id: 'order-1042' },
    ...captures.map((change) => ({ ...sample, tracking_id: 'order-1042', ...change })),
    { ...sample, uid: '3-310b0da80b', parent_uid: captureId, type: 'refund', tracking_id: 'order-1042' },
  ],
});
const notFound = { message: 'Record not found', errors: { base: ['Record not found'] } };

describe('requests of a lookup', () => {
  test.each<[string, LookupKeys, string]>([
    ['the uid of the capture, where it is known', { ...keys, captureId }, `/transactions/${captureId}`],
    ['the reference, where the uid is unknown', keys, '/transactions/tracking_id/order-1042'],
    ['the authorization, where there is no reference', { authorizationId }, '/transactions/1-310b0da80b'],
    [
      'a reference that is percent-encoded',
      { reference: 'Sipariş 1042?;#' },
      '/transactions/tracking_id/Sipari%C5%9F%201042%3F%3B%23',
    ],
  ])('a lookup goes by %s', async (_what, by, path) => {
    const { baseUrl, requests } = await loopback(200, one());
    await connect({ baseUrl: `${baseUrl}/beyag` }).lookup(by as LookupKeys<'reference'>);
    expect(requests).toMatchObject([
      {
        method: 'GET',
        path: `/beyag${path}`,
        headers: { authorization: example.request.headers['authorization'] },
        body: '',
      },
    ]);
  });

  test.each([{}, { amount }, { captureId: '.' }, { reference: '..' }, { captureId: 'a/b' }])(
    'a lookup by %o is refused',
    async (by) => {
      expect(await issuesOf(() => lookup(by, one()))).not.toEqual([]);
    },
  );
});

describe('lookups by the uid of the capture', () => {
  test('a lookup by uid is decided by the state of the capture', async () => {
    expect(await lookup({ ...keys, captureId }, one())).toMatchObject({
      status: 'captured',
      decides: true,
      captureId,
      amountCheck: 'match',
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
  ])('a lookup by uid that finds %s decides nothing', async (_what, change) => {
    expect(await lookup({ ...keys, captureId }, one(change))).toMatchObject({ status: 'unknown', decides: false });
  });

  test.each(['successful', 'failed', 'pending'])(
    'a lookup by uid that finds errors beside a transaction that is %s decides nothing',
    async (status) => {
      const response = { ...one({ status, capture: { status } }), errors: { system: ['System error.'] } };
      expect(await lookup({ ...keys, captureId }, response)).toMatchObject({
        status: 'unknown',
        error: { code: 'contradictory_response' },
      });
    },
  );

  test('a lookup by uid lists what was compared, by the names of the page', async () => {
    const fields = async (change: Record<string, unknown>) =>
      (await lookup({ ...keys, captureId }, one(change))).checks.map(({ field }) => field);
    expect(await fields({})).toContain('uid');
    expect((await fields({ parent_uid: captureId })).filter((field) => field === 'uid')).toHaveLength(2);
  });

  test('a lookup by uid that the provider refuses with HTTP 404 is not found, which decides nothing', async () => {
    expect(await lookup({ captureId }, notFound, 404)).toMatchObject({ status: 'not-found', decides: false });
    expect(await lookup({ captureId }, { message: 'no Route matched' }, 404)).toMatchObject({ status: 'unknown' });
    for (const errors of [{}, [], ''])
      expect(await lookup({ captureId }, { message: 'Not Found', errors }, 404)).toMatchObject({ status: 'unknown' });
  });
});

describe('lookups by reference, authorization and amount', () => {
  test('a lookup by reference that finds exactly one capture which is no other known one decides', async () => {
    const found = { status: 'captured', decides: true, captureId };
    expect(await lookup(only, list({}))).toMatchObject(found);
    const others = [{ parent_uid: '1-other' }, { amount: 49 }, { type: 'void' }];
    expect(await lookup(only, list({}, ...others))).toMatchObject(found);
    const earlier = { uid: '3-310b0da80b' };
    expect(await lookup({ ...keys, knownCaptureIds: [earlier.uid] }, list(earlier, {}))).toMatchObject(found);
  });

  test('a lookup by reference that finds one capture decides nothing where others may be unknown', async () => {
    expect(await lookup(keys, list({}))).toMatchObject({
      status: 'undecidable',
      decides: false,
      captureId: undefined,
      candidates: [{ captureId, status: 'captured', reportedAmount: amount }],
    });
  });

  test('a lookup by reference that finds two captures lists both', async () => {
    const second = { uid: '4-310b0da80b', status: 'pending', capture: { status: 'pending' } };
    expect((await lookup(only, list({}, second))).candidates).toMatchObject([
      { captureId, status: 'captured', reportedAmount: amount, providerTime: { text: expect.any(String) as string } },
      { captureId: second.uid, status: 'pending' },
    ]);
  });

  test('a lookup by reference that finds ten transactions decides nothing: more may not be listed', async () => {
    const refunds = Array.from({ length: 9 }, () => ({ type: 'refund' }));
    expect(await lookup(only, list(...refunds, {}))).toMatchObject({ status: 'undecidable' });
    expect(await lookup(only, list(...refunds, { type: 'refund' }))).toMatchObject({ status: 'undecidable' });
  });

  test('a lookup by reference that finds no capture is not found', async () => {
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
  ])(
    'a lookup by reference that finds a capture with %s decides nothing, even beside another capture',
    async (_what, change) => {
      const nothing = { status: 'undecidable', decides: false };
      expect(await lookup(keys, list(change))).toMatchObject(nothing);
      expect(await lookup(keys, list(change, { uid: '4-310b0da80b' }))).toMatchObject(nothing);
      const failed = { uid: '4-310b0da80b', status: 'failed', capture: { status: 'failed' } };
      expect(await lookup(keys, list(failed, change))).toMatchObject(nothing);
    },
  );

  test('a failed capture decides only where it cannot be an earlier attempt', async () => {
    for (const status of ['failed', 'expired']) {
      const failed = list({ status, capture: { status } });
      for (const by of [keys, { ...keys, knownCaptureIds: [captureId] }])
        expect(await lookup(by, failed)).toMatchObject({ decides: false });
      expect(await lookup(only, failed)).toMatchObject({ status: 'declined', decides: true });
    }
  });

  test('a lookup by reference that finds errors beside the list decides nothing', async () => {
    for (const errors of [{ system: ['System error.'] }, [], ''])
      expect(await lookup(keys, { ...list({}), errors })).toMatchObject({
        status: 'unknown',
        error: { code: 'contradictory_response' },
      });
  });

  test('a lookup by reference that finds two matching captures decides nothing', async () => {
    expect(await lookup(keys, list({}, { uid: '4-310b0da80b' }))).toMatchObject({
      status: 'undecidable',
      decides: false,
    });
    const failedFirst = list({ uid: '4-310b0da80b', status: 'failed', capture: { status: 'failed' } }, {});
    expect(await lookup(keys, failedFirst)).toMatchObject({ status: 'undecidable', decides: false });
  });

  test.each(['authorizationId', 'amount'] as const)(
    'a lookup by reference without %s decides nothing',
    async (missing) => {
      const by = Object.fromEntries(Object.entries(keys).filter(([name]) => name !== missing));
      expect(await lookup(by, list({}))).toMatchObject({ status: 'undecidable', decides: false });
    },
  );

  test('a lookup by reference that finds another currency, reference or a contradiction decides nothing', async () => {
    for (const change of [{ currency: 'EUR' }, { tracking_id: 'order-1043' }, { capture: { status: 'failed' } }]) {
      expect(await lookup(keys, list(change))).toMatchObject({ status: 'unknown', decides: false });
    }
  });

  test('a lookup by reference that gets HTTP 500 decides nothing', async () => {
    expect(await lookup(keys, list({}), 500)).toMatchObject({ status: 'unknown', decides: false });
    expect(await lookup(keys, { transactions: [] }, 500)).toMatchObject({ status: 'unknown', decides: false });
  });
});

describe('lookups by the authorization alone', () => {
  test.each([
    ['an authorization', one({ type: 'authorization', uid: '1-310b0da80b' }), 200],
    ['a capture', one(), 200],
    ['nothing', notFound, 404],
  ])('a lookup by authorization that finds %s is undecidable', async (_what, body, status) => {
    expect(await lookup({ authorizationId, amount }, body, status)).toMatchObject({
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
])('a lookup that is refused with HTTP %i is unknown, never declined', async (status, code) => {
  const refusal = { message: 'Invalid shop_id/secret_key.', errors: { system: ['System error.'] } };
  for (const by of [{ captureId }, keys, { authorizationId }]) {
    expect(await lookup(by, refusal, status)).toMatchObject({ status: 'unknown', decides: false, error: { code } });
  }
});

describe('the environment that a lookup states', () => {
  const listed = (...tests: readonly (boolean | undefined)[]) => ({
    transactions: tests.map((test) => ({ ...sample, parent_uid: '1-310b0da80c', tracking_id: 'order-1042', test })),
  });
  const lookupLive = (by: LookupKeys, body: unknown) =>
    connect({ fetch: respondingWith(200, body).fetch, expect: 'live', environment: 'live' }).lookup(
      by as LookupKeys<'reference'>,
    );

  test('is that of the capture among others of both kinds', async () => {
    expect(await lookup({ ...keys, knownCaptureIds: [] }, list({ test: false }))).toMatchObject({
      status: 'captured',
      live: true,
    });
    expect(await lookup({ ...keys, knownCaptureIds: [] }, list({ test: true }))).toMatchObject({
      status: 'captured',
      live: false,
    });
  });

  test.each([
    [[true, true], false],
    [[false], true],
    [[true, false], undefined],
    [[true, undefined], undefined],
    [[], undefined],
  ])('is that of a whole list without the capture: %j', async (tests, stated) => {
    expect(await lookup(keys, listed(...tests))).toMatchObject({ status: 'not-found', live: stated });
  });

  test('makes a lookup among tests unknown where a live payment is expected', async () => {
    const other = { status: 'unknown', decides: false, error: { code: 'other_environment' } };
    expect(await lookupLive(keys, listed(true))).toMatchObject(other);
    expect(await lookupLive({ authorizationId }, one({ test: true }))).toMatchObject(other);
    expect(await lookupLive(keys, listed(true, false))).toMatchObject({ status: 'not-found' });
  });
});
