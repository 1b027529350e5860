import { type Run, simulate } from './simulate.ts';
import type { Mistake } from './world.ts';

/** The end of many runs: the first that broke a promise, if any did. */
export interface Runs {
  readonly runs: number;
  readonly steps: number;
  readonly executions: number;
  readonly decisions: number;
  readonly broken: Run | undefined;
}

/** Runs these seeds, one after the other, up to the first that breaks a promise. */
export async function simulateMany(from: number, seeds: number, mistake: Mistake = {}): Promise<Runs> {
  let [runs, steps, executions, decisions] = [0, 0, 0, 0];
  for (let seed = from; seed < from + seeds; seed += 1) {
    const run = await simulate(seed, mistake);
    runs += 1;
    steps += run.steps;
    executions += run.executions;
    decisions += run.decisions;
    if (run.violation) return { runs, steps, executions, decisions, broken: run };
    // A simulation never waits for anything real, and whatever else runs in this process has to come in between.
    if (runs % 50 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  return { runs, steps, executions, decisions, broken: undefined };
}

/** The message of a run that broke a promise, with the command that shows everything that happened. */
export function describeRun({ seed, violation }: Run): string {
  return `seed ${seed}: ${String(violation)}\nreplay: pnpm simulate --from ${seed} --seeds 1 --trace`;
}
