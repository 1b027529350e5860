import type { Tally } from '../../src/index.ts';
import { wrong, type WrongStore } from './planted.ts';

/** Stores that read or remove wrongly. */
export const READING: Readonly<Record<string, WrongStore>> = {
  'lists in the order of recording': wrong(['Q1'], (inner, { all }) => ({
    list: async (filter, page) => {
      const found = await inner.list(filter, { limit: 99 });
      const order = all('SELECT id FROM capture_operations ORDER BY number').map(({ id }) => id);
      const inOrder = [...found].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
      return inOrder.filter(({ id }) => id > (page.after ?? '')).slice(0, page.limit);
    },
  })),
  'begins a page with the end of the last one': wrong(['Q1', 'Q2'], (inner) => ({
    list: (filter, { after, limit }) => inner.list(filter, { after: after?.slice(0, -1), limit }),
  })),
  'ignores who needs a decision': wrong(['Q2', 'Q3'], (inner) => ({
    list: (filter, page) => inner.list({ ...filter, needsDecision: undefined }, page),
  })),
  'lists what fits any of the ids': wrong(['Q3'], (inner) => ({
    list: (filter, page) => inner.list(filter.reference ? { ...filter, captureId: undefined } : filter, page),
  })),
  'finds siblings by the authorization only': wrong(['Q4'], (inner) => ({
    siblings: (operation) => inner.siblings({ ...operation, reference: undefined }),
  })),
  'finds siblings in other accounts': wrong(['Q4'], (inner) => ({
    siblings: async ({ id, reference = '' }) =>
      (await inner.list({ reference }, { limit: 99 })).filter((one) => one.id !== id),
  })),
  'sums in floating point': wrong(['Q5'], (inner) => ({
    tally: async (accounts) =>
      (await inner.tally(accounts)).map((one) => ({ ...one, minor: BigInt(Number(one.minor)) })),
  })),
  'remembers a tally': wrong(['Q6'], (inner) => {
    let first: readonly Tally[] | undefined;
    return { tally: async () => (first ??= await inner.tally()) };
  }),
  'forgets that leases end': wrong(['R8', 'Q7'], (inner, { all }) => ({
    nextDue: async (accounts) =>
      all("SELECT 1 FROM capture_operations WHERE state = 'sending'").length > 0 ? undefined : inner.nextDue(accounts),
  })),
  'is due in absolute time': wrong(['R8', 'C5', 'Q7'], (inner, { clock }) => ({
    nextDue: async (accounts) => {
      const due = await inner.nextDue(accounts);
      return due === undefined ? undefined : due + clock.now;
    },
  })),
  'purges open operations': wrong(['P1'], (inner, { run, all }) => ({
    purge: async (...args) => {
      const open = all("SELECT id FROM capture_operations WHERE state = 'unknown'");
      const purged = await inner.purge(...args);
      run("DELETE FROM capture_operations WHERE state = 'unknown'");
      return purged + open.length;
    },
  })),
  'leaves events of what it purged': wrong(['P1', 'P5'], (inner, { run }) => ({
    purge: async (...args) => {
      run('CREATE TABLE kept AS SELECT * FROM capture_events');
      const purged = await inner.purge(...args);
      run('INSERT OR IGNORE INTO capture_events SELECT * FROM kept');
      run('DROP TABLE kept');
      return purged;
    },
  })),
  'purges what was changed since': wrong(['P2'], (inner) => ({
    purge: (_before, limit) => inner.purge('2999-01-01T00:00:00.000Z', limit),
  })),
  'purges without limit': wrong(['P3'], (inner) => ({ purge: (before) => inner.purge(before, 99) })),
  'purges what needs a decision': wrong(['P4'], (inner, { run }) => ({
    purge: (...args) => {
      run('UPDATE capture_operations SET needs_decision = 0');
      run('UPDATE capture_tallies SET needs_decision = 0');
      return inner.purge(...args);
    },
  })),
};
