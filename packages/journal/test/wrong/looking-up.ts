import { wrong, type WrongStore } from './planted.ts';

/** Stores that look up wrongly. */
export const LOOKING_UP: Readonly<Record<string, WrongStore>> = {
  'looks up what is not due': wrong(['L1', 'L4', 'L5'], (inner, { run }) => ({
    claimToLookUp: (query) => {
      run('UPDATE capture_operations SET lookup_due_at = 0 WHERE next_lookup_at > 0 AND lookup_until IS NULL');
      return inner.claimToLookUp(query);
    },
  })),
  'lets several look up at once': wrong(['L2', 'L5'], (inner, { run }) => ({
    claimToLookUp: (query) => {
      run('UPDATE capture_operations SET lookup_until = NULL, lookup_due_at = next_lookup_at');
      return inner.claimToLookUp(query);
    },
  })),
  'ignores the token of a lookup': wrong(['L3', 'L4'], (inner) => ({
    change: (change) => inner.change({ ...change, lookupToken: undefined }),
  })),
  'looks up by id only what is due': wrong(['L5', 'L6', 'L7'], (inner) => ({
    claimToLookUp: async (query) => {
      const { id, ...rest } = query;
      if (id === undefined) return inner.claimToLookUp(query);
      return (await inner.claimToLookUp(rest)).filter((one) => one.id === id);
    },
  })),
  'never stops to look up': wrong(['L6'], (inner) => ({
    change: (change) => inner.change({ ...change, nextLookupIn: change.nextLookupIn ?? undefined }),
  })),
  'looks up what was decided': wrong(['L8', 'Q7'], (inner, { run }) => ({
    change: async (change) => {
      const made = await inner.change(change);
      if (made?.state === 'captured') run('UPDATE capture_operations SET lookup_due_at = 1 WHERE id = ?', made.id);
      return made;
    },
  })),
  'counts a lookup when it is claimed': wrong(['L9'], (inner, { run }) => ({
    claimToLookUp: async (query) => {
      const claimed = await inner.claimToLookUp(query);
      for (const { id } of claimed) run('UPDATE capture_operations SET lookups = lookups + 1 WHERE id = ?', id);
      return claimed;
    },
  })),
  'looks up for every account': wrong(['L10'], (inner) => ({
    claimToLookUp: async (query) => {
      const own = await inner.claimToLookUp(query);
      return own.length > 0 ? own : inner.claimToLookUp({ ...query, account: 'tickets' });
    },
  })),
};
