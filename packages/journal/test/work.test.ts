import { createFreepayment } from '@capture/freepayment';
import type { FaultChooser } from '@capture/sandbox';
import { describe, expect, test } from 'vitest';
import type { Journal, Progress } from '../src/index.ts';
import { createWorld, requests } from './world.ts';

const HOUR = 3_600_000;
const amount = { minor: 50, currency: 'USD' };

/** A batch of captures of new authorizations at one provider. */
async function recorded(count: number, faults?: FaultChooser) {
  const world = createWorld({ ...(faults && { faults }) });
  const journal = await world.open();
  const ids = world.authorize('freepayment', count, amount);
  await enqueue(journal, ids);
  return { ...world, journal };
}

function enqueue(journal: Pick<Journal, 'enqueue'>, authorizations: readonly string[]) {
  const items = authorizations.map((authorizationId) => ({
    key: authorizationId,
    request: { authorizationId, amount },
  }));
  return journal.enqueue('freepayment', items as never);
}

const states = async (journal: Pick<Journal, 'list'>) => {
  const counts: Record<string, number> = {};
  for await (const { state } of journal.list()) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
};

describe('a batch', () => {
  test('is recorded entirely or not at all', async () => {
    const { journal } = await recorded(1);
    const item = { key: 'new', request: requests.freepayment };
    const broken = { key: 'broken', request: { ...requests.freepayment, amount: { minor: 0.5, currency: 'USD' } } };
    await expect(journal.enqueue('freepayment', [item, broken])).rejects.toMatchObject({ name: 'InvalidRequestError' });
    expect(await journal.find('freepayment', 'new')).toBeUndefined();
  });

  test('is captured once each, and reported with counts and sums', async () => {
    const { journal, executed } = await recorded(100);
    const seen: Progress[] = [];
    const report = await journal.work({ until: 'idle', onProgress: (progress) => seen.push(progress) });
    const tally = { account: 'freepayment', state: 'captured', needsDecision: false, currency: 'USD' };
    expect(report).toEqual({
      ended: 'idle',
      sent: 100,
      lookups: 0,
      stopped: [],
      tallies: [{ ...tally, count: 100, minor: 5000n }],
    });
    expect(seen.at(-1)).toMatchObject({ sent: 100 });
    expect(executed('freepayment')).toHaveLength(100);
  });

  test('is shared by two processes, and by two workers of one', async () => {
    const { journal, open, executed } = await recorded(60);
    const other = await open();
    const work = { until: 'idle', concurrency: 4 } as const;
    const reports = await Promise.all([journal.work(work), journal.work(work), other.work(work)]);
    expect(reports.reduce((total, { sent }) => total + sent, 0)).toBe(60);
    expect(executed('freepayment')).toHaveLength(60);
  });

  test('has no more under way at once than is set', async () => {
    const { journal, store } = await recorded(20);
    let most = 0;
    const claimToSend = store.claimToSend.bind(store);
    store.claimToSend = async (query) => {
      const claimed = await claimToSend(query);
      const sending = await store.list({ states: ['sending'] }, { limit: 100 });
      most = Math.max(most, sending.length);
      return claimed;
    };
    await journal.work({ until: 'idle', concurrency: 4, limits: { freepayment: { concurrency: 3 } } });
    expect(most).toBe(3);
  });

  test('is spread over time where the rate is limited', async () => {
    const { journal, clock } = await recorded(21);
    const before = clock.monotonic();
    await journal.work({ until: 'idle', rate: 10 });
    expect(clock.monotonic() - before).toBeGreaterThanOrEqual(2000);
    expect(clock.monotonic() - before).toBeLessThan(3000);
  });

  test('may be recorded while it is worked on: what this process records is taken up at once', async () => {
    const { journal, authorize, executed, clock } = await recorded(1);
    const stop = new AbortController();
    const working = journal.work({ signal: stop.signal, pollEvery: HOUR });
    await enqueue(journal, authorize('freepayment', 3, amount));
    while (executed('freepayment').length < 4) await clock.wait(1);
    stop.abort();
    expect(await working).toMatchObject({ ended: 'stopped', sent: 4 });
    expect(clock.monotonic()).toBeLessThan(HOUR);
  });
});

describe('an outage', () => {
  test('stops the start of captures after some failures in a row, and one is tried after a while', async () => {
    let failing = 12;
    const { journal, clock, executed, sandbox } = await recorded(30, ({ operation }) =>
      operation === 'capture' && failing-- > 0 ? 'drop-before-commit' : undefined,
    );
    const standing = new Set<string | undefined>();
    await journal.work({
      until: 'idle',
      idleAfter: 0,
      concurrency: 5,
      breaker: { after: 10, pause: 30_000 },
      progressEvery: 0,
      onProgress: ({ stopped }) => standing.add(stopped[0]?.why),
    });
    expect(standing).toContain('breaker');
    // Ten failures, two probes that failed, one that did not: three pauses.
    expect(clock.monotonic()).toBeGreaterThanOrEqual(90_000);
    expect(clock.monotonic()).toBeLessThan(100_000);
    expect(executed('freepayment')).toHaveLength(18);
    expect(sandbox.truth.requests({ provider: 'freepayment' })).toBe(30);
    expect(await states(journal)).toEqual({ captured: 18, unknown: 12 });
  });

  test('in which nothing is sent costs nothing: what is unsent is sent again, later each time', async () => {
    let failing = 3;
    const { journal, clock, executed } = await recorded(1, ({ operation }) =>
      operation === 'capture' && failing-- > 0 ? 'refuse' : undefined,
    );
    await journal.work({ until: 'idle' });
    expect(clock.monotonic()).toBeGreaterThanOrEqual(1000 + 2000 + 4000);
    expect(await states(journal)).toEqual({ captured: 1 });
    expect(executed('freepayment')).toHaveLength(1);
  });

  test('that lasts ends as unsent, after as many attempts as are set', async () => {
    const { journal, store } = await recorded(2, ({ operation }) => (operation === 'capture' ? 'refuse' : undefined));
    expect(await journal.work({ until: 'settled' })).toMatchObject({ ended: 'settled', sent: 10 });
    const all = await store.list({}, { limit: 10 });
    expect(all.map(({ state, attempts }) => [state, attempts])).toEqual([
      ['unsent', 5],
      ['unsent', 5],
    ]);
  });

  test('a provider that limits the rate is obeyed, and declines nothing by that', async () => {
    const { journal, clock } = await recorded(5, ({ operation, count }) =>
      operation === 'capture' && count <= 5 ? 'rate-limited' : undefined,
    );
    await journal.work({ until: 'settled' });
    expect(await states(journal)).toEqual({ captured: 5 });
    expect(clock.monotonic()).toBeGreaterThanOrEqual(1000);
  });
});

describe('credentials that are refused', () => {
  test('stop the account with one message, and decline nothing', async () => {
    const { openWith, store, sandbox, fetch, executed, accounts } = await recorded(40);
    const { freepayment } = sandbox.credentials;
    const wrong = createFreepayment({ environment: 'live', ...freepayment, secretKey: 'another-key', fetch });
    const journal = await openWith({ freepayment: wrong });
    const report = await journal.work({ until: 'settled', concurrency: 8 });
    expect(report).toMatchObject({ ended: 'stopped', sent: 8 });
    expect(report.stopped).toHaveLength(1);
    expect(report.stopped[0]).toMatchObject({ account: 'freepayment', why: 'credentials_rejected' });
    expect(report.stopped[0]?.message).toContain('Check shopId and secretKey.');
    expect(await states(journal)).toEqual({ recorded: 40 });
    const [first] = await store.list({}, { limit: 1 });
    expect(first?.reason?.code).toBe('credentials_rejected');
    // With the right ones everything is captured.
    await (await openWith({ freepayment: accounts.freepayment })).work({ until: 'settled' });
    expect(executed('freepayment')).toHaveLength(40);
  });

  test('stop that account only', async () => {
    const { openWith, sandbox, fetch, authorize, accounts, executed } = createWorld();
    const { freepayment } = sandbox.credentials;
    const wrong = createFreepayment({ environment: 'live', ...freepayment, secretKey: 'another-key', fetch });
    const journal = await openWith({ freepayment: wrong, payfull: accounts.payfull });
    await enqueue(journal, authorize('freepayment', 2, amount));
    await journal.enqueue('payfull', [{ key: 'one', request: requests.payfull }]);
    await journal.work({ until: 'settled' });
    expect(executed('payfull')).toHaveLength(1);
    expect(await states(journal)).toEqual({ recorded: 2, captured: 1 });
  });
});

describe('stopping', () => {
  test('claims nothing more and lets what is under way finish', async () => {
    const { journal, executed } = await recorded(50);
    const stop = new AbortController();
    const onProgress = () => {
      stop.abort();
    };
    const report = await journal.work({ signal: stop.signal, concurrency: 4, progressEvery: 0, onProgress });
    expect(report.ended).toBe('stopped');
    expect(report.sent).toBeLessThan(50);
    const counts = await states(journal);
    expect(counts['sending']).toBeUndefined();
    expect(counts).toEqual({ captured: report.sent, recorded: 50 - report.sent });
    expect(executed('freepayment')).toHaveLength(report.sent);
  });

  test('at once aborts what was not sent yet, and nothing else', async () => {
    const { journal, store, executed } = await recorded(10);
    const stop = new AbortController();
    const siblings = store.siblings.bind(store);
    // The abort comes between the claim and the first byte.
    store.siblings = (operation) => {
      stop.abort();
      return siblings(operation);
    };
    const report = await journal.work({ abort: stop.signal, concurrency: 4 });
    expect(report).toMatchObject({ ended: 'stopped', sent: 4 });
    expect(await states(journal)).toEqual({ recorded: 10 });
    expect(executed('freepayment')).toEqual([]);
  });

  test('closing waits for the work, and refuses further calls', async () => {
    const { journal, executed } = await recorded(10);
    const working = journal.work({ concurrency: 2 });
    await journal.close();
    const { sent, ended } = await working;
    expect(ended).toBe('stopped');
    expect(executed('freepayment')).toHaveLength(sent);
    await expect(journal.work()).rejects.toMatchObject({ code: 'invalid_input' });
  });
});

test('perform sends what is recorded once, however often and from wherever it is called', async () => {
  const { journal, open, executed } = await recorded(1);
  const other = await open();
  const [{ id } = { id: '' }] = await enqueue(journal, [requests.freepayment.authorizationId]);
  const calls = [journal.perform(id), journal.perform(id), other.perform(id), other.perform(id)];
  await Promise.all(calls);
  await other.perform(id);
  expect(await journal.get(id)).toMatchObject({ state: 'captured', attempts: 1 });
  expect(executed('freepayment')).toHaveLength(1);
});

test('an invariant that is broken stops the account with a clear error, and sends nothing', async () => {
  const { journal, store, executed } = await recorded(3);
  const claimToSend = store.claimToSend.bind(store);
  store.claimToSend = async (query) => (await claimToSend(query)).map((each) => ({ ...each, token: 'another' }));
  const report = await journal.work({ until: 'settled' });
  expect(report).toMatchObject({ ended: 'stopped', stopped: [{ account: 'freepayment', why: 'invariant' }] });
  expect(executed('freepayment')).toEqual([]);
});
