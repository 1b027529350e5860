// Profiles one process: its first capture, many captures after a warm-up, or one step of a capture many times. The
// profiler is that of `node --cpu-prof`, started where the measured part begins.
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { captures, open, order, report } from './open.js';
import { repeated, steps } from './steps.js';

const MICROSECONDS_BETWEEN_SAMPLES = 200;

const parts = {
  first: () => async () => {
    const contender = await open();
    await contender.capture();
  },
  captures: async () => {
    const contender = await open();
    await captures(contender, order.warmUp, 32);
    return () => captures(contender, order.count, 32);
  },
  step: async () => {
    const step = (await steps(order))[order.step];
    await repeated(step, order.warmUp);
    return () => repeated(step, order.count);
  },
};

const run = await parts[order.part]();
const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.setSamplingInterval', { interval: MICROSECONDS_BETWEEN_SAMPLES });
await session.post('Profiler.start');
await run();
const { profile } = await session.post('Profiler.stop');
writeFileSync(order.file, JSON.stringify(profile));
report({});
