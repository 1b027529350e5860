import type { LookupResult } from '@capture/core';
import type { Store, StoredOperation } from '../../src/contract/store.ts';
import type { SimClient } from './sim-client.ts';
import type { Mistake } from './world.ts';

/** A client of which some methods are others. */
function client(original: SimClient, other: Partial<Pick<SimClient, 'capture' | 'lookup'>>): SimClient {
  return Object.assign(Object.create(original) as SimClient, bound(original), other);
}

/** Methods with private members need their own object. */
function bound(original: SimClient): Partial<SimClient> {
  return {
    prepare: (request) => original.prepare(request),
    capture: (request, options) => original.capture(request, options),
    lookup: (keys, options) => original.lookup(keys, options),
  };
}

/** A store of which some methods are others. */
function store(original: Store, other: Partial<Store>): Store {
  const methods = ['open', 'close', 'record', 'claimToSend', 'claimToLookUp', 'expireLeases', 'change', 'addEvent', 'get', 'list', 'events', 'siblings', 'tally', 'nextDue', 'purge'] as const; // prettier-ignore
  const same = Object.fromEntries(methods.map((name) => [name, original[name].bind(original)]));
  return Object.assign(same as unknown as Store, other);
}

type Claims = Pick<Store, 'record' | 'claimToSend'>;
type Later = (id: string, claim: { account: string; token: string; lease: number }) => void;

/** Claims that exist in the memory of a process only, until something commits them. */
function volatileClaims(original: Store, later: Later): Claims {
  const pretend = (operation: StoredOperation, token: string): StoredOperation => {
    return { ...operation, state: 'sending', token, attempts: operation.attempts + 1 };
  };
  return {
    async record(operations, { claim, ...options }) {
      const outcomes = await original.record(operations, options);
      if (claim === undefined) return outcomes;
      return outcomes.map((outcome) => {
        if (outcome.kind !== 'recorded') return outcome;
        const { operation } = outcome;
        later(operation.id, { account: operation.account, ...claim });
        return { ...outcome, operation: pretend(operation, claim.token) };
      });
    },
    async claimToSend({ account, limit, id, token, lease }) {
      const recorded = await original.list({ accounts: [account], states: ['recorded'] }, { limit: 100 });
      const chosen = recorded.filter((operation) => id === undefined || operation.id === id).slice(0, limit);
      for (const operation of chosen) later(operation.id, { account, token, lease });
      return chosen.map((operation) => pretend(operation, token));
    },
  };
}

const decidedAs = (lookup: LookupResult): LookupResult => ({ ...lookup, status: 'declined', decides: true });

const journalAfterSend = (original: Store): Store => {
  const claims = new Map<string, { account: string; token: string; lease: number }>();
  return store(original, {
    ...volatileClaims(original, (id, claim) => claims.set(id, claim)),
    async change(change) {
      const claim = claims.get(change.id);
      claims.delete(change.id);
      if (claim) await original.claimToSend({ ...claim, id: change.id, limit: 1 });
      return original.change(change);
    },
  });
};

/** The mistakes that are planted, by name. Each is one that was made, or could be. */
export const MISTAKES: Readonly<Record<string, Mistake>> = {
  'the intent is committed with the outcome': { store: journalAfterSend },
  'a commit in a group is acknowledged before it is made': {
    store: (original, process) =>
      store(
        original,
        volatileClaims(original, (id, claim) => {
          process.later(5, 'commits the group', () => void original.claimToSend({ ...claim, id, limit: 1 }));
        }),
      ),
  },
  'a lost connection is sent again': {
    client: (original) =>
      client(original, {
        async capture(request, options) {
          const result = await original.capture(request, options);
          if (result.status !== 'unknown' || result.error.code !== 'connection_lost') return result;
          const again = 'storable' in request ? original.prepare(request.storable as never) : request;
          return original.capture(again, options);
        },
      }),
  },
  'absent means declined': {
    client: (original) =>
      client(original, {
        async lookup(keys, options) {
          const lookup = await original.lookup(keys, options);
          return lookup.status === 'not-found' ? decidedAs(lookup) : lookup;
        },
      }),
  },
  'the lease is not checked before the first byte': {
    client: (original) =>
      client(original, { capture: (request, options) => original.capture(request, { ...options, lastCheck: undefined }) }), // prettier-ignore
  },
  'a lease that ran out is sent again': {
    store: (original) =>
      store(original, {
        async expireLeases(accounts, limit) {
          const expired = await original.expireLeases(accounts, limit);
          const event = { type: 'state', details: {} } as const;
          for (const { id } of expired)
            await original.change({ id, by: 'put-back', from: ['unknown'], to: 'recorded', event });
          return [];
        },
      }),
  },
  'no token': {
    store: (original, _process, world) => {
      const current = (id: string): string | undefined => world.store.rows().find((row) => row.id === id)?.token;
      return store(original, {
        change: (change) => original.change(change.token === undefined ? change : { ...change, token: current(change.id) }), // prettier-ignore
      });
    },
  },
  'a late response is dropped': {
    store: (original) =>
      store(original, {
        change: (change) =>
          change.by === 'result' && change.from.includes('unknown')
            ? Promise.resolve(undefined)
            : original.change(change),
      }),
  },
  'a late response overwrites a decision': {
    store: (original, _process, world) =>
      store(original, {
        async change(change) {
          const row = world.store.rows().find(({ id }) => id === change.id);
          if (change.by !== 'result' || change.to === undefined || row?.decision === undefined)
            return original.change(change);
          world.store.corrupt(change.id, { state: change.to, ...change.set });
          return original.get(change.id);
        },
      }),
  },
  'a lookup changes what is final': {
    store: (original, _process, world) =>
      store(original, {
        async claimToLookUp(query) {
          const rows = await original.list({ states: ['declined'] }, { limit: 1 });
          for (const { id } of rows) world.store.corrupt(id, { state: 'unknown' });
          return original.claimToLookUp(query);
        },
      }),
  },
  'time decides': {
    store: (original) =>
      store(original, {
        change: (change) =>
          change.set?.needsDecision && change.by === 'lookup'
            ? original.change({ ...change, to: 'declined', set: { ...change.set, needsDecision: false } })
            : original.change(change),
      }),
  },
  'unsent without a proof': {
    client: (original) =>
      client(original, {
        async capture(request, options) {
          const result = await original.capture(request, options);
          if (result.status !== 'unknown' || result.error.code !== 'connection_lost') return result;
          const { provider, authorizationId, reference, amount, live } = result;
          return { provider, authorizationId, reference, amount, live, status: 'unsent', error: result.error, errorData: result.errorData } as never; // prettier-ignore
        },
      }),
  },
  'a claim is not exclusive': {
    store: (original, _process, world) =>
      store(original, {
        async claimToSend(query) {
          const taken = world.store
            .rows()
            .filter(({ account, state }) => account === query.account && state === 'sending');
          for (const { id } of taken.slice(0, query.limit)) world.store.corrupt(id, { token: query.token });
          const own = await original.claimToSend(query);
          const ids = taken.slice(0, query.limit).map(({ id }) => id);
          const others = (await Promise.all(ids.map((id) => original.get(id)))).filter((found) => found !== undefined);
          return [...own, ...others.filter(({ id }) => query.id === undefined || query.id === id)];
        },
      }),
  },
  'siblings in doubt are ignored': {
    store: (original) =>
      store(original, {
        siblings: async (operation) =>
          (await original.siblings(operation)).filter(({ captureId }) => captureId !== undefined),
      }),
  },
  'reused keys are not compared': {
    store: (original) =>
      store(original, {
        record: (operations, options) => original.record(operations, { ...options, accepts: () => true }),
      }),
  },
  'a busy authorization is not noticed': {
    store: (original, _process, world) =>
      store(original, {
        async record(operations, options) {
          const careless = operations.map((operation) => ({ ...operation, additional: true, single: false }));
          const outcomes = await original.record(careless, options);
          for (const [i, { kind, operation }] of outcomes.entries()) {
            const { additional = false, single = false } = operations[i] ?? {};
            if (kind === 'recorded') world.store.corrupt(operation.id, { additional, single });
          }
          return outcomes;
        },
      }),
  },
  'an operation is repeated under two keys': {
    store: (original, _process, world) =>
      store(original, {
        async record(operations, options) {
          const careless = operations.map((operation) => ({ ...operation, repeats: undefined }));
          const outcomes = await original.record(careless, {
            ...options,
            accepts: (existing, given) => options.accepts(existing, { ...given, repeats: existing.repeats }),
          });
          for (const [i, { kind, operation }] of outcomes.entries())
            if (kind === 'recorded') world.store.corrupt(operation.id, { repeats: operations[i]?.repeats });
          return outcomes;
        },
      }),
  },
  'a decision counts for any attempt': {
    store: (original) =>
      store(original, {
        change: (change) => original.change(change.by === 'decision' ? { ...change, token: undefined } : change),
      }),
  },
  'only the monotonic clock is read': {
    clock: (clock) => ({ ...clock, now: () => clock.monotonic() }),
  },
  'only the wall clock is read': {
    clock: (clock) => ({ ...clock, monotonic: () => clock.now() }),
  },
};
