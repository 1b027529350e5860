// CPU and captures per second, at several numbers in flight, after a warm-up.
import { captures, open, order, report } from './open.js';

const contender = await open();
await captures(contender, order.warmUp, 32);
const figures = {};
for (const { inFlight, count } of order.levels) {
  // Opens the connections that this level needs.
  await captures(contender, inFlight, inFlight);
  const cpu = process.cpuUsage();
  const start = performance.now();
  await captures(contender, count, inFlight);
  const milliseconds = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  figures[`cpu@${inFlight}`] = (user + system) / count;
  figures[`rate@${inFlight}`] = (count / milliseconds) * 1000;
}
report(figures);
