import { wrong, type WrongStore } from './planted.ts';

/** Stores with a wrong history. */
export const REMEMBERING: Readonly<Record<string, WrongStore>> = {
  'forgets the event of a claim': wrong(['H1', 'H2'], (inner) => ({
    events: async (id) => (await inner.events(id)).filter(({ to }) => to !== 'sending'),
  })),
  'forgets the event of a lease': wrong(['H1'], (inner, { run }) => ({
    expireLeases: async (...args) => {
      const expired = await inner.expireLeases(...args);
      run("DELETE FROM capture_events WHERE to_state = 'unknown'");
      return expired;
    },
  })),
  'leaves out the circumstances': wrong(['H3', 'H8'], (inner) => ({
    change: (change) => inner.change({ ...change, event: { ...change.event, details: {} } }),
  })),
  'dates events by another clock': wrong(['H3'], (inner, { run }) => ({
    change: async (change) => {
      const made = await inner.change(change);
      run('UPDATE capture_events SET at = at + 1');
      return made;
    },
  })),
  'gives every event a state': wrong(['H4'], (inner) => ({
    events: async (id) => (await inner.events(id)).map((event) => ({ ...event, to: event.to ?? 'unknown' })),
  })),
  'takes events about nothing': wrong(['H5'], (inner) => ({
    addEvent: (id, event) => inner.addEvent(id, event).catch(() => undefined),
  })),
  'numbers the events of each operation': wrong(['H6'], (inner) => ({
    events: async (id) => (await inner.events(id)).map((event, index) => ({ ...event, sequence: index })),
  })),
  'adds an event for what was refused': wrong(['S4', 'S5', 'H7'], (inner) => ({
    change: async (change) => {
      const made = await inner.change(change);
      if (made === undefined) await inner.addEvent(change.id, change.event).catch(() => undefined);
      return made;
    },
  })),
  'rewrites earlier events': wrong(['H8'], (inner, { run }) => ({
    change: async (change) => {
      run("UPDATE capture_events SET details = '{}'");
      return inner.change(change);
    },
  })),
};
