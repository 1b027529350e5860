import { InvariantError, type MutableMembers, type Change, TRANSITIONS } from '../../src/index.ts';
import { type Mistake, wrong, type WrongStore } from './planted.ts';

const altered =
  (alter: (change: Change) => Change): Mistake =>
  (inner) => ({ change: (change) => inner.change(alter(change)) });

/** Stores that change wrongly. */
export const CHANGING: Readonly<Record<string, WrongStore>> = {
  'does not know late pending results': wrong(['S1'], (inner) => ({
    change: (change) =>
      change.to === 'pending' && change.from.includes('unknown') ? Promise.resolve(undefined) : inner.change(change),
  })),
  'refuses an illegal change without a word': wrong(['S2'], (inner) => ({
    change: (change) =>
      inner.change(change).catch((error: unknown) => {
        if (InvariantError.is(error)) return undefined;
        throw error;
      }),
  })),
  'makes what is illegal, and throws': wrong(['S2'], (inner, { run }) => ({
    change: (change) =>
      inner.change(change).catch((error: unknown) => {
        run('UPDATE capture_operations SET state = ? WHERE id = ?', change.to ?? null, change.id);
        throw error;
      }),
  })),
  'lets the last one win': wrong(['S3', 'S4', 'S5', 'S7', 'S10', 'L3', 'H7'], (inner, { run }) => ({
    change: async (change) => {
      const made = await inner.change(change);
      if (made !== undefined || change.to === undefined) return made;
      run('UPDATE capture_operations SET state = ? WHERE id = ?', change.to, change.id);
      return inner.get(change.id);
    },
  })),
  'ignores the state': wrong(['S4'], altered((change) => {
    const { to, by } = change;
    return { ...change, from: TRANSITIONS.filter((one) => one.to === to && one.by.includes(by)).map(({ from }) => from) };
  })), // prettier-ignore
  'lets what was unsent share an authorization': wrong(['R23', 'R24'], (inner, { run }) => ({
    change: async (change) => {
      if (change.to !== 'recorded' || change.by !== 'retry') return inner.change(change);
      const made = await inner.change(change);
      if (made === undefined) run("UPDATE capture_operations SET state = 'recorded' WHERE id = ?", change.id);
      return made ?? inner.get(change.id);
    },
  })),
  'ignores the token': wrong(
    ['S5', 'S7', 'H7'],
    altered((change) => ({ ...change, token: undefined })),
  ),
  'keeps the token of what was put back': wrong(['S7'], (inner) => ({
    change: async (change) => {
      const before = await inner.get(change.id);
      const made = await inner.change(change);
      return made && { ...made, token: made.token ?? before?.token };
    },
  })),
  'removes no member': wrong(['S8'], altered((change) => ({
    ...change,
    set: Object.fromEntries(Object.entries(change.set ?? {}).filter(([, value]) => value !== undefined)),
  }))), // prettier-ignore
  'forgets the evidence': wrong(
    ['S9'],
    altered((change) => ({ ...change, set: without(change.set, 'evidence') })),
  ),
  'forgets who decided': wrong(
    ['S9'],
    altered((change) => ({ ...change, set: without(change.set, 'decision') })),
  ),
  'returns what it was given': wrong(['S11'], (inner) => {
    const kept = new Map<string, MutableMembers['reason']>();
    return {
      change: async (change) => {
        const made = await inner.change(change);
        kept.set(change.id, change.set?.reason);
        return made && { ...made, reason: change.set?.reason ?? made.reason };
      },
      get: async (id) => {
        const operation = await inner.get(id);
        return operation && { ...operation, reason: kept.get(id) ?? operation.reason };
      },
    };
  }),
};

function without(set: Change['set'], member: keyof MutableMembers): Partial<MutableMembers> {
  return Object.fromEntries(Object.entries(set ?? {}).filter(([name]) => name !== member));
}
