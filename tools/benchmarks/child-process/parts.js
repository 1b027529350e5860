// The single steps of a capture, in µs of CPU.
import { order, report } from './open.js';
import { repeated, steps } from './steps.js';

const figures = {};
for (const [name, step] of Object.entries(await steps(order))) {
  await repeated(step, order.count / 2);
  const cpu = process.cpuUsage();
  await repeated(step, order.count);
  const { user, system } = process.cpuUsage(cpu);
  figures[name] = (user + system) / order.count;
}
report(figures);
