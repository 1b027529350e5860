import { parseArgs } from 'node:util';
import { MISTAKES } from './mistakes.ts';
import { simulate } from './simulate.ts';
import { describeRun, simulateMany } from './simulate-many.ts';

const HELP = `pnpm simulate [--seeds N] [--from S]   runs seeds up to the first that breaks a promise
pnpm simulate --from S --seeds 1 --trace   prints everything that happens in one run
pnpm simulate --mistakes   prints after how many seeds each planted mistake is found
`;
const options = {
  seeds: { type: 'string', default: '20000' },
  from: { type: 'string', default: '1' },
  trace: { type: 'boolean', default: false },
  mistakes: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;
const { values } = parseArgs({ options });
const from = Number(values.from);
const seeds = Number(values.seeds);
const print = (line: string): void => void process.stdout.write(`${line}\n`);

if (values.help) print(HELP);
else if (values.mistakes) await printMistakes();
else if (values.trace) {
  const { lines, violation } = await simulate(from, {}, { keepLines: true });
  for (const line of lines) print(line);
  print(violation ? (violation.stack ?? String(violation)) : 'every promise was kept');
} else await printRuns();

async function printMistakes(): Promise<void> {
  print('| Planted mistake | Found by seed | Broken promise |\n| --- | --- | --- |');
  for (const [name, mistake] of Object.entries(MISTAKES)) {
    const { broken } = await simulateMany(1, seeds, mistake);
    const rule = broken?.violation?.message.split(':')[0] ?? '';
    print(`| ${name} | ${broken?.seed ?? 'not found'} | ${rule} |`);
  }
}

async function printRuns(): Promise<void> {
  const started = performance.now();
  const { runs, steps, executions, decisions, broken } = await simulateMany(from, seeds);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  print(`${runs} seeds from ${from}: ${steps} steps, ${executions} captures, ${decisions} decisions in ${seconds} s`);
  print(broken ? describeRun(broken) : 'every promise was kept');
  process.exitCode = broken ? 1 : 0;
}
