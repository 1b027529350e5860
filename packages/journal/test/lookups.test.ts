import type { FaultName } from '@capture/sandbox';
import { describe, expect, test } from 'vitest';
import { createWorld, requests } from './world.ts';

/** Executes captures and loses their responses. */
const losing = (fault: FaultName = 'commit-then-drop') =>
  createWorld({ faults: ({ operation }) => (operation === 'capture' ? fault : undefined) });
const HOUR = 3_600_000;
const settled = { until: 'settled', pollEvery: HOUR } as const;

/** An authorization with a tracking id, by which its captures are looked up, and requests for parts of it. */
function parts({ sandbox }: ReturnType<typeof createWorld>) {
  const currency = 'USD';
  const { id } = sandbox.authorize({ provider: 'freepayment', amount: { minor: 100, currency }, reference: 'order-1' });
  return (minor: number) => ({ authorizationId: id, amount: { minor, currency }, reference: 'order-1' });
}

describe('a capture whose response was lost', () => {
  test.each(['payfull', 'pockyt'] as const)('at %s is found by its reference', async (account) => {
    const { open, executed } = losing();
    const journal = await open();
    const lost = await journal.capture(account, 'ship-1042', requests[account]);
    expect(lost).toMatchObject({ state: 'unknown', needsDecision: false, reason: { code: 'connection_lost' } });
    expect(lost.nextLookupAt).toBeDefined();
    await journal.work(settled);
    const [capture] = executed(account);
    expect(await journal.get(lost.id)).toMatchObject({ state: 'captured', captureId: capture?.captureId, lookups: 1 });
    expect(executed(account)).toHaveLength(1);
  });

  test.each(['firstoken', 'paymentoptions', 'freepayment'] as const)(
    'at %s is found by nothing: a person is needed at once, with the question for the provider',
    async (account) => {
      const { open } = losing();
      const journal = await open();
      const lost = await journal.capture(account, 'ship-1042', requests[account]);
      expect(lost).toMatchObject({ state: 'unknown', needsDecision: true });
      const { authorizationId } = requests[account];
      expect(lost.evidence?.inquiry).toContain(`Ask ${account}: was this captured`);
      expect(lost.evidence?.inquiry).toContain(authorizationId);
      const report = await journal.work({ until: 'idle' });
      // One lookup, for what it can contribute; more would show nothing else.
      expect(report).toMatchObject({ lookups: 1, ended: 'idle' });
      expect(await journal.get(lost.id)).toMatchObject({
        state: 'unknown',
        needsDecision: true,
        nextLookupAt: undefined,
      });
    },
  );

  test('is decided by a shared key where the journal knows all captures', async () => {
    const world = losing();
    const journal = await world.open({ capturesElsewhere: false });
    const { id } = await journal.capture('freepayment', 'ship-1042', parts(world)(50));
    await journal.work(settled);
    expect(await journal.get(id)).toMatchObject({ state: 'captured', needsDecision: false });
  });

  test('is decided by a shared key where the caller knows the others', async () => {
    const world = losing();
    const journal = await world.open();
    const { id } = await journal.capture('freepayment', 'ship-1042', parts(world)(50), { knownCaptureIds: [] });
    await journal.work(settled);
    expect(await journal.get(id)).toMatchObject({ state: 'captured', needsDecision: false });
  });

  test('is not decided by a shared key where others may capture: the candidates are for a person', async () => {
    const world = losing();
    const journal = await world.open();
    const { id } = await journal.capture('freepayment', 'ship-1042', parts(world)(50));
    await journal.work({ until: 'idle' });
    const operation = await journal.get(id);
    const [capture] = world.executed('freepayment');
    expect(operation).toMatchObject({ state: 'unknown', needsDecision: true, lookups: 1 });
    expect(operation?.evidence?.candidates).toMatchObject([{ captureId: capture?.captureId, status: 'captured' }]);
  });

  test('that did not arrive is never declined by waiting', async () => {
    const { open, clock } = losing('drop-before-commit');
    const journal = await open({ delays: [1000, 5000, 60_000] });
    const { id } = await journal.capture('payfull', 'ship-1042', requests.payfull);
    const before = clock.monotonic();
    await journal.work(settled);
    expect(clock.monotonic() - before).toBe(66_000);
    const events = await journal.events(id);
    expect(await journal.get(id)).toMatchObject({
      state: 'unknown',
      needsDecision: true,
      lookups: 3,
      nextLookupAt: undefined,
    });
    expect(events.map(({ type }) => type)).toEqual(['state', 'state', 'state', 'lookup', 'lookup', 'needs-decision']);
  });
});

describe('captures that share their keys', () => {
  test('do not take each other for their own while both are in doubt', async () => {
    const world = losing();
    const journal = await world.open({ capturesElsewhere: false });
    const request = parts(world)(50);
    const one = await journal.capture('freepayment', 'one', request);
    const two = await journal.capture('freepayment', 'two', request, { additional: true });
    await journal.work({ until: 'idle' });
    for (const { id } of [one, two]) {
      expect(await journal.get(id)).toMatchObject({ state: 'unknown', needsDecision: true });
      expect((await journal.get(id))?.nextLookupAt).toBeDefined();
    }
  });

  test('are decided by a lookup as soon as a person decided the other one', async () => {
    const world = losing();
    const journal = await world.open({ capturesElsewhere: false });
    const request = parts(world)(50);
    const one = await journal.capture('freepayment', 'one', request);
    const two = await journal.capture('freepayment', 'two', request, { additional: true });
    await journal.work({ until: 'idle' });
    const [first, second] = world.executed('freepayment');
    const decision = { outcome: 'captured', by: 'ops@shop.example', reason: 'seen in the back office' } as const;
    await journal.decide(one.id, { ...decision, captureId: first!.captureId });
    world.clock.advance(24 * HOUR);
    const other = await journal.settleDue(two.id);
    expect(other).toMatchObject({ state: 'captured', captureId: second!.captureId, needsDecision: false });
  });

  test('do not take each other for their own where one reference was given to two of them', async () => {
    const world = losing();
    const journal = await world.open();
    const amount = requests.payfull.amount;
    const [other = ''] = world.authorize('payfull', 1, amount);
    const request = { ...requests.payfull, reference: 'order-1042' };
    const one = await journal.capture('payfull', 'one', request);
    const two = await journal.capture('payfull', 'two', { ...request, authorizationId: other });
    await journal.work({ until: 'idle' });
    const states = await Promise.all([one, two].map(async ({ id }) => (await journal.get(id))?.state));
    const captured = world.executed('payfull').length;
    expect(captured).toBe(1);
    expect(states).toEqual(['unknown', 'unknown']);
  });

  test('are distinguished by the capture id of the response', async () => {
    const world = createWorld();
    const journal = await world.open();
    const { id } = await journal.capture('firstoken', 'one', { ...requests.firstoken, reference: 'pending' });
    const [{ captureId } = { captureId: '' }] = world.executed('firstoken');
    world.sandbox.completePending({ provider: 'firstoken', captureId, state: 'captured' });
    await journal.work(settled);
    expect(await journal.get(id)).toMatchObject({ state: 'captured', captureId });
  });
});

test('settleDue does nothing before a lookup is due, and is safe to call at any time', async () => {
  const { open, clock, sandbox } = losing();
  const journal = await open();
  const { id } = await journal.capture('payfull', 'ship-1042', requests.payfull);
  expect(await journal.settleDue(id)).toMatchObject({ state: 'unknown', lookups: 0 });
  clock.advance(2000);
  const all = await Promise.all([journal.settleDue(id), journal.settleDue(id), journal.settleDue(id)]);
  expect(all[0]).toMatchObject({ state: 'captured', lookups: 1 });
  expect(await journal.settleDue(id)).toMatchObject({ state: 'captured', lookups: 1 });
  expect(sandbox.truth.captures()).toHaveLength(1);
});
