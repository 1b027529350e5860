import type { Store } from '../../src/contract/store.ts';
import { StoreError } from '../../src/errors/journal-errors.ts';
import type { Faults } from './faults.ts';
import type { SimProcess } from './sim-process.ts';

/** The connection of one process to the store: slow, failing, and cut by a crash before or after each commit. */
export function processStore(process: SimProcess, store: Store, faults: () => Faults): Store {
  const { random } = process.scheduler;
  const latency = (): number => random.between(0, random.chance(faults().slow) ? 1000 : 5);
  const through = <T>(name: string, run: () => Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      const fail = (): void => {
        process.lastTrouble = process.scheduler.now;
        reject(new StoreError('the simulated store failed'));
      };
      process.later(latency(), name, () => {
        const { crashBefore, crashAfter, storeFailure, pause, clocks } = faults();
        if (random.chance(crashBefore)) {
          process.crash();
          return;
        }
        const isDown = process.storeDownUntil > process.scheduler.now;
        if (isDown || random.chance(storeFailure)) {
          process.later(latency(), `${name} fails`, fail);
          return;
        }
        // The commit. Some stores lose the connection just after it, and cannot say that it was made.
        const committed = run();
        const isLost = random.chance(storeFailure);
        if (isLost) process.storeDownUntil = process.scheduler.now + random.pick([0, 500, 4000]);
        if (random.chance(crashAfter)) process.crash();
        if (random.chance(pause))
          process.pause(random.between(500, 12_000), clocks === 'suspended' ? clocks : 'stopped');
        const isAtOnce = process.isRunning && !isLost && random.chance(0.7);
        // What follows in the process waits for another event anyway, so others may come in between.
        if (isAtOnce) committed.then(resolve, reject);
        else
          process.later(latency(), `${name} returns`, () => {
            if (isLost) fail();
            else committed.then(resolve, reject);
          });
      });
    });
  return {
    open: () => store.open(),
    close: () => store.close(),
    record: (operations, options) => through('record', () => store.record(operations, options)),
    claimToSend: (query) => through('claimToSend', () => store.claimToSend(query)),
    claimToLookUp: (query) => through('claimToLookUp', () => store.claimToLookUp(query)),
    expireLeases: (accounts, limit) => through('expireLeases', () => store.expireLeases(accounts, limit)),
    change: (change) => through(`change to ${change.to ?? 'same'}`, () => store.change(change)),
    addEvent: (id, event) => through('addEvent', () => store.addEvent(id, event)),
    get: (id) => through('get', () => store.get(id)),
    list: (filter, page) => through('list', () => store.list(filter, page)),
    events: (id) => through('events', () => store.events(id)),
    siblings: (operation) => through('siblings', () => store.siblings(operation)),
    tally: (accounts) => through('tally', () => store.tally(accounts)),
    nextDue: (accounts) => through('nextDue', () => store.nextDue(accounts)),
    purge: (before, limit) => through('purge', () => store.purge(before, limit)),
  };
}
