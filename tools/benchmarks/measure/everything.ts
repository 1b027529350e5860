import { CONTENDERS, DEFAULTS, ONE_OF_OURS, oursWith, PROVIDERS } from '../contenders.ts';
import { shuffled } from '../order.ts';
import { bundle } from './bundle.ts';
import { runChild } from './child-process.ts';
import { installed } from './installed.ts';
import { contender, note, orderFor, orderForSteps, type Run } from './run.ts';

/** Measures every contender: once in each round, in a new order, each in a new process. */
export async function measureEverything(run: Run): Promise<void> {
  const { rounds, waiting } = run.settings;
  await sizes(run);
  for (let round = 1; round <= rounds; round += 1) {
    run.log(`round ${String(round)} of ${String(rounds)}`);
    await captures(run, round);
    await parts(run, round);
  }
  for (let round = 1; round <= waiting.rounds; round += 1) {
    run.log(`waiting, round ${String(round)} of ${String(waiting.rounds)}`);
    await memory(run, round);
  }
  run.log('many captures in one process');
  await growth(run);
}

async function sizes(run: Run): Promise<void> {
  const { entry, home } = run.installation;
  for (const one of CONTENDERS) {
    note(run, one.id, await bundle(entry(one)));
    if (one.package !== undefined) note(run, one.id, installed(home(one), one.package));
  }
}

async function captures(run: Run, round: number): Promise<void> {
  const { seed, warmUp, levels, firsts } = run.settings;
  for (const one of shuffled(CONTENDERS, seed + round)) {
    note(run, one.id, await runChild('speed', { ...orderFor(run, one), warmUp, levels }));
    for (let i = 0; i < firsts; i += 1) note(run, one.id, await runChild('first', orderFor(run, one)));
  }
}

async function parts(run: Run, round: number): Promise<void> {
  for (const id of shuffled(PROVIDERS, run.settings.seed + round)) {
    note(run, id, await runChild('parts', { ...orderForSteps(run, id), count: run.settings.parts }));
  }
}

async function memory(run: Run, round: number): Promise<void> {
  const { seed, waiting } = run.settings;
  const ours = DEFAULTS.map((way) => oursWith(ONE_OF_OURS, way));
  const all = CONTENDERS.filter(({ kind, id }) => kind !== 'ours' || ours.includes(id));
  for (const one of shuffled(all, seed + round)) {
    note(run, one.id, await runChild('waiting', { ...orderFor(run, one), count: waiting.count }));
  }
}

async function growth(run: Run): Promise<void> {
  for (const way of DEFAULTS) {
    const one = contender(oursWith(ONE_OF_OURS, way));
    const order = { ...orderFor(run, one), totals: run.settings.growth };
    note(run, one.id, await runChild('growth', order, ['--expose-gc']));
  }
}
