import { parseArgs } from 'node:util';
import { simulate } from './simulate.ts';

const { values } = parseArgs({ options: { seeds: { type: 'string' }, from: { type: 'string' }, trace: { type: 'boolean' } } });
const from = Number(values.from ?? 1);
const seeds = Number(values.seeds ?? 20_000);
const started = performance.now();
let steps = 0;
let broken = 0;
for (let seed = from; seed < from + seeds; seed += 1) {
  const run = await simulate(seed, {}, { keepLines: values.trace ?? false });
  steps += run.steps;
  if (values.trace) process.stdout.write(`${run.lines.join('\n')}\n`);
  if (!run.violation) continue;
  broken += 1;
  process.stdout.write(`seed ${seed}: ${run.violation.stack ?? run.violation.message}\n`);
}
const seconds = ((performance.now() - started) / 1000).toFixed(1);
process.stdout.write(`${seeds} seeds from ${from}: ${broken} broken, ${steps} steps in ${seconds} s\n`);
process.exitCode = broken === 0 ? 0 : 1;
