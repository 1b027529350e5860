// Kills processes while they capture: `pnpm kills --count 10000 --seed 1`. Prints what was struck, and every problem.
import { parseArgs } from 'node:util';
import { runKills } from './run-kills.ts';

/** Strikes in one world. A journal with thousands of operations is killed by the slower suite. */
const IN_A_WORLD = 50;

const { values } = parseArgs({
  options: { count: { type: 'string' }, seed: { type: 'string' }, lanes: { type: 'string' } },
});
const count = Number(values.count ?? 200);
const seed = Number(values.seed ?? Date.now() % 2 ** 32);
const started = performance.now();
const totals = { strikes: 0, orders: 0, captured: 0, needsDecision: 0, executedInDoubt: 0, lost: 0, problems: 0 };
const struck: Record<string, number> = {};
for (let world = 0; totals.strikes < count && totals.problems === 0; world += 1) {
  const strikes = Math.min(IN_A_WORLD, count - totals.strikes);
  const report = await runKills({
    seed: seed + world,
    strikes,
    orders: strikes * 10,
    lanes: Number(values.lanes ?? 2),
  });
  for (const [name, times] of Object.entries(report.strikes)) {
    struck[name] = (struck[name] ?? 0) + times;
    totals.strikes += times;
  }
  for (const name of ['orders', 'captured', 'needsDecision', 'executedInDoubt', 'lost'] as const)
    totals[name] += report[name];
  totals.problems += report.problems.length;
  for (const problem of report.problems) process.stdout.write(`seed ${seed + world}: ${problem}\n`);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  process.stdout.write(`${seconds} s  ${JSON.stringify(totals)}\n`);
}
for (const name of Object.keys(struck).sort()) process.stdout.write(`${String(struck[name]).padStart(6)}  ${name}\n`);
process.stdout.write(`seed ${seed}: ${totals.strikes} strikes, ${totals.problems} problems\n`);
process.exitCode = totals.problems === 0 ? 0 : 1;
