import { describeStore } from '../src/testing.ts';
import { MemoryStore } from './simulation/memory-store.ts';
import { manualClock } from './sqlite/files.ts';

describeStore('the store of the simulation', () => {
  const clock = manualClock();
  const store = new MemoryStore({ now: clock.read });
  return {
    store,
    advance: (milliseconds) => {
      clock.now += milliseconds;
    },
  };
});
