import { wrong, type WrongStore } from './planted.ts';

const LONG = 10 ** 9;

/** Stores that claim wrongly. */
export const CLAIMING: Readonly<Record<string, WrongStore>> = {
  'claims the newest first': wrong(['C1'], (inner) => ({
    claimToSend: async (query) => {
      if (query.id !== undefined) return inner.claimToSend(query);
      const all = await inner.list({ accounts: [query.account], states: ['recorded'] }, { limit: 99 });
      const newest = all.toReversed().slice(0, query.limit);
      return (await Promise.all(newest.map(({ id }) => inner.claimToSend({ ...query, id, limit: 1 })))).flat();
    },
  })),
  'ignores the limit': wrong(['C1'], (inner) => ({
    claimToSend: (query) => inner.claimToSend({ ...query, limit: 99 }),
  })),
  'claims without a change': wrong(['C2', 'C3'], (inner) => ({
    claimToSend: ({ account, limit, id }) =>
      id === undefined
        ? inner.list({ accounts: [account], states: ['recorded'] }, { limit })
        : inner.get(id).then((one) => (one ? [one] : [])),
  })),
  'counts no attempt': wrong(['C3', 'S7'], (inner, { run }) => ({
    claimToSend: async (query) => {
      const claimed = await inner.claimToSend(query);
      for (const { id } of claimed) run('UPDATE capture_operations SET attempts = 0 WHERE id = ?', id);
      return claimed.map((one) => ({ ...one, attempts: 0 }));
    },
  })),
  'sends what was proven unsent without a retry': wrong(['C4'], (inner, { run }) => ({
    claimToSend: (query) => {
      run("UPDATE capture_operations SET state = 'recorded' WHERE state = 'unsent'");
      return inner.claimToSend(query);
    },
  })),
  'ignores when an operation is available': wrong(['C5'], (inner, { run }) => ({
    claimToSend: (query) => {
      run("UPDATE capture_operations SET available_at = 0 WHERE state = 'recorded'");
      return inner.claimToSend(query);
    },
  })),
  'claims by id from any account': wrong(['C6'], (inner) => ({
    claimToSend: async (query) => {
      const named = query.id === undefined ? undefined : await inner.get(query.id);
      return inner.claimToSend({ ...query, account: named?.account ?? query.account });
    },
  })),
  'ignores leases': wrong(['C7'], (inner, { clock }) => ({
    expireLeases: async (...args) => {
      clock.now += LONG;
      const expired = await inner.expireLeases(...args);
      clock.now -= LONG;
      return expired;
    },
  })),
  'never ends a lease': wrong(['C8', 'C10', 'H1'], () => ({ expireLeases: () => Promise.resolve([]) })),
  'forgets the token with the lease': wrong(['C8', 'S6'], (inner, { run }) => ({
    expireLeases: async (...args) => {
      const expired = await inner.expireLeases(...args);
      for (const { id } of expired) run('UPDATE capture_operations SET token = NULL WHERE id = ?', id);
      return expired.map((one) => ({ ...one, token: undefined }));
    },
  })),
  'schedules no lookup when a lease has run out': wrong(['C8'], (inner, { run }) => ({
    expireLeases: async (...args) => {
      const expired = await inner.expireLeases(...args);
      run('UPDATE capture_operations SET next_lookup_at = NULL, lookup_due_at = NULL');
      return expired;
    },
  })),
  'sends again when a lease has run out': wrong(['C8', 'C9'], (inner, { run }) => ({
    expireLeases: async (...args) => {
      const expired = await inner.expireLeases(...args);
      for (const { id } of expired) run("UPDATE capture_operations SET state = 'recorded' WHERE id = ?", id);
      return expired;
    },
  })),
  'ends the leases of every account': wrong(['C10'], (inner) => ({
    expireLeases: (_accounts, limit) => inner.expireLeases(['shop', 'tickets'], limit),
  })),
};
