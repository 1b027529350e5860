import { MISTAKES } from './mistakes.ts';
import { simulate } from './simulate.ts';
for (const [name, mistake] of Object.entries(MISTAKES)) {
  let found = '';
  let seed = 1;
  for (; seed <= 10000 && !found; seed += 1) {
    const { violation } = await simulate(seed, mistake);
    if (violation) found = String(violation);
  }
  process.stdout.write(`${String(seed - 1).padStart(6)} ${name}: ${found.slice(0, 150)}\n`);
}
