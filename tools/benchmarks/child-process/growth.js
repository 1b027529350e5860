// Many captures in one process: CPU per capture in each part, and the heap after it. Needs --expose-gc.
import { setTimeout as delay } from 'node:timers/promises';
import { captures, open, order, report } from './open.js';

const contender = await open();
const heap = async () => {
  // Closed connections are released over a few turns and collections.
  for (let i = 0; i < 5; i += 1) {
    await delay(20);
    globalThis.gc();
  }
  return process.memoryUsage().heapUsed;
};
const figures = {};
let done = 0;
for (const total of order.totals) {
  const count = total - done;
  const cpu = process.cpuUsage();
  await captures(contender, count, 32);
  const { user, system } = process.cpuUsage(cpu);
  figures[`cpu to ${total}`] = (user + system) / count;
  figures[`heap at ${total}`] = await heap();
  done = total;
}
report(figures);
