import type { CaptureResult } from '@capture/core';
import { describe, expect, test } from 'vitest';
import { createWorld, requests } from './world.ts';

type World = ReturnType<typeof createWorld>;
type Client = World['accounts']['freepayment'];

/** A client that stands still before it sends, or after the response came, until it is released. */
function pausing(client: Client, where: 'before' | 'after') {
  let release: () => void = () => undefined;
  let reached: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const paused = new Promise<void>((resolve) => (reached = resolve));
  const capture: Client['capture'] = async (...call) => {
    let result: CaptureResult | undefined;
    if (where === 'after') result = await client.capture(...call);
    reached();
    await released;
    return (result ?? (await client.capture(...call))) as never;
  };
  return { client: { ...client, capture }, paused, release };
}

const LEASE = 60_000;
const HOUR = 3_600_000;

/** A process that stands still during its capture, and another one that works on the same store meanwhile. */
async function stoppedProcess(where: 'before' | 'after', world = createWorld()) {
  const { client, paused, release } = pausing(world.accounts.freepayment, where);
  const first = await world.openWith({ freepayment: client }, { lease: LEASE, capturesElsewhere: false });
  const call = first.capture('freepayment', 'ship-1042', withReference(world));
  await paused;
  const open = () =>
    world.openWith({ freepayment: world.accounts.freepayment }, { lease: LEASE, capturesElsewhere: false });
  return { ...world, call, release, second: await open(), open };
}

/** An authorization with a tracking id, by which its captures are looked up. */
function withReference({ sandbox }: World) {
  const amount = { minor: 50, currency: 'USD' };
  const { id } = sandbox.authorize({ provider: 'freepayment', amount, reference: 'order-1' });
  return { authorizationId: id, amount, reference: 'order-1' };
}

describe('a process that dies', () => {
  test('before its request arrived leaves an operation that is looked up, and never sent by another', async () => {
    const { second, clock, executed } = await stoppedProcess('before');
    clock.advance(LEASE);
    // The first process is never heard of again.
    const report = await second.work({ until: 'settled', pollEvery: HOUR });
    expect(report.lookups).toBeGreaterThan(1);
    const [operation] = report.tallies;
    // Absent now proves nothing: a person decides.
    expect(operation).toMatchObject({ state: 'unknown', needsDecision: true, count: 1 });
    expect(report.sent).toBe(0);
    expect(executed('freepayment')).toEqual([]);
  });

  test('after the capture was executed leaves an operation that a lookup finds captured', async () => {
    const { second, clock, executed } = await stoppedProcess('after');
    clock.advance(LEASE);
    await second.work({ until: 'settled', pollEvery: HOUR });
    const operation = await second.find('freepayment', 'ship-1042');
    expect(operation).toMatchObject({
      state: 'captured',
      captureId: executed('freepayment')[0]?.captureId,
      attempts: 1,
    });
    const events = await second.events(operation!.id);
    expect(events.map(({ to }) => to)).toEqual(['recorded', 'sending', 'unknown', 'captured']);
    expect(executed('freepayment')).toHaveLength(1);
  });

  test('is not taken for dead while its lease lasts', async () => {
    const { second, clock } = await stoppedProcess('after');
    clock.advance(LEASE - 1000);
    await second.settleDue((await second.find('freepayment', 'ship-1042'))!.id);
    expect(await second.find('freepayment', 'ship-1042')).toMatchObject({ state: 'sending' });
  });

  test('leaves what the caller sees when it calls again: sending, then what became of it', async () => {
    const world = createWorld();
    const { second, clock, executed } = await stoppedProcess('after', world);
    const { authorizationId, amount } = world.sandbox.truth.captures()[0]!;
    const request = { authorizationId: authorizationId!, amount, reference: 'order-1' };
    const again = () => second.capture('freepayment', 'ship-1042', request);
    expect((await again()).state).toBe('sending');
    clock.advance(LEASE);
    await second.settleDue((await again()).id);
    expect((await again()).state).toBe('captured');
    expect(executed('freepayment')).toHaveLength(1);
  });
});

describe('a process that stood still', () => {
  const pauses = [
    [
      'by both clocks',
      (clock: World['clock']) => {
        clock.advance(LEASE);
      },
    ],
    [
      'by the wall clock, while the machine was suspended',
      (clock: World['clock']) => {
        clock.suspend(LEASE);
      },
    ],
    [
      'while the wall clock was set back by an hour',
      (clock: World['clock']) => {
        clock.set(-3_600_000);
      },
    ],
    [
      'while the wall clock was set forward by an hour',
      (clock: World['clock']) => {
        clock.set(3_600_000);
      },
    ],
  ] as const;

  test.each(pauses)('until its lease was over %s sends nothing', async (_, pause) => {
    const { call, release, clock, executed } = await stoppedProcess('before');
    pause(clock);
    release();
    expect(await call).toMatchObject({ state: 'unsent', reason: { detail: 'last_check' } });
    expect(executed('freepayment')).toEqual([]);
  });

  test('and another took its operation for unknown: its proof that nothing was sent counts', async () => {
    const { call, release, clock, second, executed } = await stoppedProcess('before');
    clock.advance(LEASE);
    const { id } = (await second.find('freepayment', 'ship-1042'))!;
    expect(await second.settleDue(id)).toMatchObject({ state: 'unknown' });
    release();
    expect(await call).toMatchObject({ id, state: 'unsent', needsDecision: false });
    expect(executed('freepayment')).toEqual([]);
  });

  test('has the response of the one request, which counts whenever it comes', async () => {
    const { call, release, clock, open, second, sandbox } = await stoppedProcess('after');
    clock.advance(LEASE);
    sandbox.reset(); // so that no lookup finds anything
    const { id } = (await second.find('freepayment', 'ship-1042'))!;
    expect(await second.settleDue(id)).toMatchObject({ state: 'unknown' });
    release();
    expect(await call).toMatchObject({ id, state: 'captured' });
    expect(await (await open()).get(id)).toMatchObject({ state: 'captured' });
  });

  test('and whose operation a person decided otherwise: the decision stands, and a person has to look', async () => {
    const { call, release, clock, second, sandbox } = await stoppedProcess('after');
    clock.advance(LEASE);
    sandbox.reset();
    const { id } = (await second.find('freepayment', 'ship-1042'))!;
    await second.settleDue(id);
    await second.decide(id, { outcome: 'not-captured', by: 'ops@shop.example', reason: 'not in the back office' });
    release();
    expect(await call).toMatchObject({ state: 'declined', needsDecision: true });
    const events = await second.events(id);
    expect(events.at(-1)).toMatchObject({ type: 'late-response', details: { status: 'captured', state: 'declined' } });
  });

  test('and whose result a lookup found before: it is an event, and nothing else', async () => {
    const { call, release, clock, second } = await stoppedProcess('after');
    clock.advance(LEASE);
    const { id } = (await second.find('freepayment', 'ship-1042'))!;
    expect(await second.settleDue(id)).toMatchObject({ state: 'captured' });
    release();
    expect(await call).toMatchObject({ state: 'captured', needsDecision: false });
    expect((await second.events(id)).filter(({ to }) => to === 'captured')).toHaveLength(1);
  });
});

test('a store that fails while a result is recorded is offered it again: nothing else knows it', async () => {
  const { open, store, executed } = createWorld();
  const { StoreError } = await import('../src/index.ts');
  const change = store.change.bind(store);
  let failures = 2;
  store.change = (...call) => (failures-- > 0 ? Promise.reject(new StoreError('disk full')) : change(...call));
  const journal = await open();
  expect(await journal.capture('payfull', 'ship-1042', requests.payfull)).toMatchObject({ state: 'captured' });
  expect(executed('payfull')).toHaveLength(1);
});

test('a commit whose confirmation was lost is recognised, and recorded once', async () => {
  const { open, store } = createWorld();
  const { StoreError } = await import('../src/index.ts');
  const change = store.change.bind(store);
  store.change = async (...call) => {
    await change(...call);
    store.change = change;
    throw new StoreError('connection lost');
  };
  const journal = await open();
  const { id, state } = await journal.capture('payfull', 'ship-1042', requests.payfull);
  expect(state).toBe('captured');
  expect((await journal.events(id)).map(({ to }) => to)).toEqual(['recorded', 'sending', 'captured']);
});
