import { createFreepayment } from '@capture/freepayment';
import { describe, expect, test } from 'vitest';
import { AuthorizationBusyError, JournalError, KeyReusedError, type Operation } from '../src/index.ts';
import { createWorld, requests } from './world.ts';

const PROVIDERS = [
  ['payfull', 'captured'],
  ['freepayment', 'captured'],
  // Its captures are pending until a lookup finds them settled.
  ['firstoken', 'pending'],
  ['paymentoptions', 'captured'],
  ['pockyt', 'captured'],
] as const;

const caught = (promise: Promise<unknown>) => promise.catch((error: unknown) => error);

describe('a capture', () => {
  test.each(PROVIDERS)('at %s is recorded, sent once and %s', async (account, state) => {
    const { open, executed } = createWorld();
    const journal = await open();
    const operation = await journal.capture(account, 'ship-1042', requests[account]);
    expect(operation).toMatchObject({ state, key: 'ship-1042', attempts: 1, needsDecision: false });
    expect(operation.captureId).toEqual(executed(account)[0]?.captureId);
    expect(executed(account)).toHaveLength(1);
    expect((await journal.events(operation.id)).map(({ to }) => to)).toEqual(['recorded', 'sending', state]);
  });

  test('with a key that was used returns what is known, and sends nothing', async () => {
    const { open, executed } = createWorld();
    const journal = await open();
    const first = await journal.capture('payfull', 'ship-1042', requests.payfull);
    expect(await journal.capture('payfull', 'ship-1042', requests.payfull)).toEqual(first);
    expect(executed('payfull')).toHaveLength(1);
  });

  test('with a generated reference may be repeated with or without that reference', async () => {
    const { open } = createWorld();
    const journal = await open();
    const { id, reference } = await journal.capture('payfull', 'ship-1042', requests.payfull);
    expect(reference).toBeDefined();
    const repeated = await journal.capture('payfull', 'ship-1042', { ...requests.payfull, reference });
    expect(repeated.id).toBe(id);
  });

  test('with a key of another request names the fields that differ, and no value', async () => {
    const { open } = createWorld();
    const journal = await open();
    await journal.capture('payfull', 'ship-1042', { ...requests.payfull, notes: 'two parcels' });
    const other = { ...requests.payfull, amount: { minor: 2303, currency: 'TRY' } };
    const error = await caught(journal.capture('payfull', 'ship-1042', other));
    expect(error).toBeInstanceOf(KeyReusedError);
    expect(error).toMatchObject({ code: 'key_reused', fields: ['amount', 'notes'] });
    expect(JSON.stringify(error) + String(error)).not.toMatch(/2303|parcels/);
  });

  test('that two calls make at the same time is sent once, and both have its outcome', async () => {
    const { open, executed } = createWorld();
    const journal = await open();
    const call = () => journal.capture('freepayment', 'ship-1042', requests.freepayment);
    const [first, second] = await Promise.all([call(), call(), call()]);
    expect(first).toMatchObject({ state: 'captured', attempts: 1 });
    expect(second).toEqual(first);
    expect(executed('freepayment')).toHaveLength(1);
  });

  test('that two processes make at the same time is sent once', async () => {
    const { open, executed } = createWorld();
    const [one, two] = [await open(), await open()];
    const states = await Promise.all(
      [one, two].map(async (journal) => (await journal.capture('payfull', 'ship-1042', requests.payfull)).state),
    );
    expect(states).toEqual(['captured', 'sending']);
    expect(executed('payfull')).toHaveLength(1);
  });

  test('that breaks a rule of the provider is refused before anything is recorded', async () => {
    const { open } = createWorld();
    const journal = await open();
    const broken = { ...requests.payfull, clientIp: 'localhost' };
    expect(await caught(journal.capture('payfull', 'ship-1042', broken))).toMatchObject({
      name: 'InvalidRequestError',
    });
    expect(await journal.find('payfull', 'ship-1042')).toBeUndefined();
  });

  test.each([[''], ['a'.repeat(256)], ['line\nbreak'], ['4111 1111 1111 1111'], [undefined as never]])(
    'with the key %j is refused',
    async (key) => {
      const journal = await createWorld().open();
      expect(await caught(journal.capture('payfull', key, requests.payfull))).toSatisfy((error) =>
        JournalError.is(error),
      );
    },
  );
});

describe('a second operation on one authorization', () => {
  test('is refused while the first is open, and names it', async () => {
    const { open } = createWorld();
    const journal = await open();
    const [first] = await journal.enqueue('payfull', [{ key: 'one', request: requests.payfull }]);
    const error = await caught(journal.capture('payfull', 'two', requests.payfull));
    expect(error).toBeInstanceOf(AuthorizationBusyError);
    expect(error).toMatchObject({ key: 'two', operationId: first?.id });
    expect(await journal.find('payfull', 'two')).toBeUndefined();
  });

  test('is recorded where a further capture is meant', async () => {
    const { open } = createWorld();
    const journal = await open();
    await journal.enqueue('payfull', [{ key: 'one', request: requests.payfull }]);
    const second = await journal.capture('payfull', 'two', requests.payfull, { additional: true });
    expect(second.state).toBe('captured');
  });
});

describe('a capture that executed nothing', () => {
  const refusing = (times: number, fault: 'refuse' | 'unauthorized' | 'rate-limited') =>
    createWorld({ faults: ({ operation, count }) => (operation === 'capture' && count <= times ? fault : undefined) });
  const capture = async (world: ReturnType<typeof createWorld>) =>
    (await world.open()).capture('firstoken', 'ship-1042', requests.firstoken);

  test('because nothing was sent is unsent, and the same key sends it again', async () => {
    const world = refusing(1, 'refuse');
    expect(await capture(world)).toMatchObject({
      state: 'unsent',
      attempts: 1,
      reason: { code: 'connection_refused' },
    });
    expect(await capture(world)).toMatchObject({ state: 'pending', attempts: 2, reason: undefined });
    expect(world.executed('firstoken')).toHaveLength(1);
  });

  test('is sent again as often as is set, and no more', async () => {
    const world = refusing(9, 'refuse');
    const journal = await world.open({ attempts: 2 });
    const call = () => journal.capture('firstoken', 'ship-1042', requests.firstoken);
    expect([await call(), await call(), await call()].map(({ attempts }) => attempts)).toEqual([1, 2, 2]);
  });

  test('because the credentials are wrong keeps its key, however often that happens', async () => {
    const { openWith, accounts, sandbox, executed } = createWorld();
    const wrong = { ...accounts, freepayment: wrongShop(sandbox) };
    const call = async (own: typeof accounts) =>
      (await openWith(own, { attempts: 2 })).capture('freepayment', 'ship-1042', requests.freepayment);
    const states: Operation[] = [await call(wrong), await call(wrong), await call(wrong)];
    expect(states.map(({ state, reason }) => [state, reason?.code])).toEqual(
      Array.from({ length: 3 }, () => ['unsent', 'credentials_rejected']),
    );
    expect((await call(accounts)).state).toBe('captured');
    expect(executed('freepayment')).toHaveLength(1);
  });

  test('is not sent again while another operation keeps the authorization', async () => {
    const world = refusing(1, 'refuse');
    const journal = await world.open();
    await journal.capture('firstoken', 'one', requests.firstoken);
    const { id } = await journal.capture('firstoken', 'two', requests.firstoken);
    const error = await caught(journal.capture('firstoken', 'one', requests.firstoken));
    expect(error).toMatchObject({ code: 'authorization_busy', operationId: id });
    expect(world.executed('firstoken')).toHaveLength(1);
  });

  test('is left alone by work: the caller was informed that no money moved', async () => {
    const world = refusing(1, 'refuse');
    await capture(world);
    const journal = await world.open();
    expect(await journal.work({ until: 'settled' })).toMatchObject({ ended: 'settled', sent: 0 });
    expect(world.executed('firstoken')).toEqual([]);
  });

  test('because the caller aborted before the first byte is unsent', async () => {
    const { open, accounts, executed } = createWorld();
    const stop = new AbortController();
    const prepare = accounts.payfull.prepare.bind(accounts.payfull);
    // The abort comes while the intent is committed.
    accounts.payfull.prepare = (request) => {
      queueMicrotask(() => {
        stop.abort();
      });
      return prepare(request);
    };
    const journal = await open();
    const operation = await journal.capture('payfull', 'ship-1042', requests.payfull, { signal: stop.signal });
    expect(operation).toMatchObject({ state: 'unsent', reason: { code: 'aborted', detail: 'last_check' } });
    expect(executed('payfull')).toEqual([]);
  });
});

function wrongShop({ credentials, fetch }: ReturnType<typeof createWorld>['sandbox']) {
  return createFreepayment({ environment: 'live', ...credentials.freepayment, secretKey: 'another-key', fetch });
}
