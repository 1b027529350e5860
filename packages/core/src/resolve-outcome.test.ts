import type { LookupClient } from './contract/client.ts';
import type { LookupResult } from './contract/lookup-result.ts';
import { describe, expect, test, vi } from 'vitest';
import { toyCapabilities } from '../test/toy-capabilities.ts';
import {
  InvalidRequestError,
  lookupDelay,
  resolveOutcome,
  LOOKUP_DELAYS,
  type LookupKeys,
  type UnknownResult,
  type Unresolved,
} from './index.ts';

const keys: LookupKeys = { reference: 'order-1042' };
const unknown = { status: 'unknown', lookupKeys: keys } as UnknownResult;
const waited = (into: number[]) => (milliseconds: number) => {
  into.push(milliseconds);
  return Promise.resolve();
};

/** A client whose lookups resolve to these statuses in turn, and that cannot capture. */
function clientOf(...statuses: LookupResult['status'][]) {
  const requested: LookupKeys[] = [];
  const client: LookupClient = {
    lookup: (givenKeys) => {
      requested.push(givenKeys);
      const status = statuses[requested.length - 1] ?? 'unknown';
      return Promise.resolve({
        status,
        decides: status === 'captured' || status === 'declined',
        keys: givenKeys,
      } as LookupResult);
    },
  };
  return { client, requested };
}

describe('resolveOutcome', () => {
  test('resolveOutcome looks up on the schedule until the provider decides, with the keys of the result', async () => {
    const { client, requested } = clientOf('not-found', 'unknown', 'pending', 'captured', 'declined');
    const waits: number[] = [];
    const resolution = await resolveOutcome(client, unknown, { wait: waited(waits) });
    expect(resolution).toMatchObject({ status: 'captured', ended: 'decided', attempts: 4 });
    expect(requested).toEqual([keys, keys, keys, keys]);
    expect(waits).toEqual(LOOKUP_DELAYS.slice(0, 4));
  });

  test.each(['not-found', 'unknown', 'pending', 'undecidable'] as const)(
    'resolveOutcome never turns "%s" into a decline',
    async (status) => {
      const { client, requested } = clientOf(...Array.from({ length: 20 }, () => status));
      const resolution = await resolveOutcome(client, unknown, { wait: () => Promise.resolve() });
      expect(resolution).toMatchObject({
        status: 'undecided',
        ended: 'exhausted',
        attempts: LOOKUP_DELAYS.length,
      });
      expect(requested).toHaveLength(LOOKUP_DELAYS.length);
    },
  );

  test('resolveOutcome ends at once where no lookup can decide, and looks nothing up', async () => {
    const { client, requested } = clientOf('captured');
    const undecidable = { ...client, capabilities: { ...toyCapabilities, uniqueKeys: ['captureId'] } as const };
    expect(await resolveOutcome(undecidable, unknown)).toEqual({
      status: 'undecided',
      ended: 'undecidable',
      attempts: 0,
      lastLookup: undefined,
    });
    expect(requested).toEqual([]);
  });

  test('resolveOutcome reports each lookup, and a report that throws does not stop it', async () => {
    const { client } = clientOf('pending', 'declined');
    const seen: string[] = [];
    const resolution = await resolveOutcome(client, unknown, {
      delays: [0, 0, 0],
      wait: () => Promise.resolve(),
      onLookup: ({ attempt, lookup }) => {
        seen.push(`${attempt} ${lookup.status}`);
        throw new Error('the log is full');
      },
    });
    expect(resolution.status).toBe('declined');
    expect(seen).toEqual(['1 pending', '2 declined']);
  });

  test('resolveOutcome decides by the response, not by what a report makes of it', async () => {
    const { client } = clientOf('unknown', 'pending');
    const resolution = await resolveOutcome(client, unknown, {
      delays: [0, 0],
      wait: () => Promise.resolve(),
      onLookup: ({ lookup }) => Object.assign(lookup, { status: 'captured', decides: true }),
    });
    expect(resolution).toMatchObject({ status: 'undecided', lastLookup: { status: 'pending', decides: false } });
  });

  test('an abort ends resolveOutcome at once, with what is known by then', async () => {
    const { client, requested } = clientOf('pending');
    const caller = new AbortController();
    const resolution = await resolveOutcome(client, unknown, {
      delays: [0, 3_600_000],
      signal: caller.signal,
      onLookup: () => {
        caller.abort();
      },
    });
    expect(resolution).toMatchObject({
      status: 'undecided',
      ended: 'aborted',
      attempts: 1,
      lastLookup: { status: 'pending' },
    });
    expect(requested).toHaveLength(1);
  });

  test('resolveOutcome looks nothing up where it was aborted before', async () => {
    const { client, requested } = clientOf('captured');
    expect(await resolveOutcome(client, unknown, { signal: AbortSignal.abort() })).toMatchObject({
      status: 'undecided',
      attempts: 0,
    });
    expect(requested).toEqual([]);
  });

  test('resolveOutcome passes signal and deadline to each lookup, and nothing where none was given', async () => {
    const seen: unknown[] = [];
    const client: LookupClient = {
      lookup: (givenKeys, options) => {
        seen.push(options);
        return Promise.resolve({ status: 'captured', decides: true, keys: givenKeys } as LookupResult);
      },
    };
    const { signal } = new AbortController();
    await resolveOutcome(client, unknown, { delays: [0], wait: () => Promise.resolve(), signal, timeout: 5000 });
    await resolveOutcome(client, unknown, { delays: [0], wait: () => Promise.resolve() });
    expect(seen).toEqual([
      { signal, timeout: 5000 },
      { signal: undefined, timeout: undefined },
    ]);
  });

  test('resolveOutcome continues from a result that was stored as JSON', async () => {
    const kept = JSON.stringify({ provider: 'toy', lookupKeys: { ...keys, amount: { minor: 50, currency: 'USD' } } });
    const { client, requested } = clientOf('captured');
    const resolution = await resolveOutcome(client, JSON.parse(kept) as Unresolved, { delays: [0] });
    expect([resolution.status, requested]).toEqual(['captured', [(JSON.parse(kept) as Unresolved).lookupKeys]]);
  });

  test('resolveOutcome refuses the client of another provider, which may know another payment by the reference', async () => {
    const { client, requested } = clientOf('captured');
    // Read from storage: a result that the compiler knows to be another provider's would not compile.
    const stored: Unresolved = { provider: 'toy', lookupKeys: keys };
    const settling = resolveOutcome({ ...client, provider: 'other' }, stored);
    await expect(settling).rejects.toThrow("provider must be the client's provider");
    await expect(settling).rejects.toSatisfy((error) => InvalidRequestError.is(error));
    expect(requested).toEqual([]);
    const same = { ...client, provider: 'toy' };
    expect(await resolveOutcome(same, { provider: 'toy', lookupKeys: keys }, { delays: [0] })).toMatchObject({
      attempts: 1,
    });
  });

  test.each([30 * 24 * 3_600_000, -1, Number.NaN, Infinity, '5' as unknown as number])(
    'resolveOutcome refuses a delay of %j before the first lookup: no timer can hold it',
    async (wait) => {
      const { client, requested } = clientOf('captured');
      const settling = resolveOutcome(client, unknown, { delays: [0, wait] });
      await expect(settling).rejects.toThrow('delays.1 must be milliseconds from 0 to 2147483647');
      expect(requested).toEqual([]);
    },
  );

  test('resolveOutcome reports an abort during the last lookup as an abort', async () => {
    const caller = new AbortController();
    const client: LookupClient = {
      lookup: (givenKeys) => {
        caller.abort();
        return Promise.resolve({ status: 'unknown', decides: false, keys: givenKeys } as LookupResult);
      },
    };
    const resolution = await resolveOutcome(client, unknown, { delays: [0], signal: caller.signal });
    expect(resolution).toMatchObject({ ended: 'aborted', attempts: 1 });
  });

  test('resolveOutcome is not ended by a "captured" that does not decide', async () => {
    const client: LookupClient = {
      lookup: (givenKeys) => Promise.resolve({ status: 'captured', decides: false, keys: givenKeys } as LookupResult),
    };
    const resolution = await resolveOutcome(client, unknown, { delays: [0], wait: () => Promise.resolve() });
    expect(resolution).toMatchObject({ status: 'undecided' });
  });

  test('resolveOutcome waits as long as the schedule says with its own clock', async () => {
    vi.useFakeTimers();
    try {
      const { client, requested } = clientOf('captured');
      const settling = resolveOutcome(client, unknown, { delays: [5000] });
      await vi.advanceTimersByTimeAsync(4999);
      expect(requested).toHaveLength(0);
      await vi.advanceTimersByTimeAsync(1);
      expect(await settling).toMatchObject({ status: 'captured' });
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  test('resolveOutcome stops its own clock at an abort, and leaves neither timer nor listener', async () => {
    vi.useFakeTimers();
    try {
      const { client } = clientOf();
      const caller = new AbortController();
      const removed = vi.spyOn(caller.signal, 'removeEventListener');
      const settling = resolveOutcome(client, unknown, { delays: [5000], signal: caller.signal });
      caller.abort();
      expect(await settling).toMatchObject({ ended: 'aborted', attempts: 0 });
      expect(vi.getTimerCount()).toBe(0);
      expect(removed).toHaveBeenCalledWith('abort', expect.any(Function));
    } finally {
      vi.useRealTimers();
    }
  });
});

test('the delay before a lookup follows from the number of those before it, until none is scheduled', () => {
  expect([0, 1, 14].map((made) => lookupDelay(made))).toEqual([2000, 10_000, 86_400_000]);
  expect(lookupDelay(15)).toBeUndefined();
  expect(lookupDelay(1, [5, 6])).toBe(6);
  expect(lookupDelay(2, [5, 6])).toBeUndefined();
});
