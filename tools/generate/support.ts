// Writes the tables of what the packages were seen to work with, from tools/tests/outside/seen.json: `pnpm support-table`.
//   --check  changes nothing and fails where a table is stale
//   --seen   takes what the last `pnpm test:runtimes` saw; with --check, fails where that is something else
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { table, writeGenerated } from './write.ts';
import { ROOT } from '../workspace/workspace.ts';

interface Seen {
  readonly runtimes: readonly { readonly name: string; readonly version: string; readonly refused: string }[];
  readonly consumers: readonly { readonly name: string; readonly detail: string }[];
}

const file = join(ROOT, 'tools/tests/outside/seen.json');
const folder = join(ROOT, 'reports/seen');
const { values } = parseArgs({ options: { check: { type: 'boolean' }, seen: { type: 'boolean' } } });
const check = values.check === true;
const problems: string[] = [];

if (values.seen === true) {
  const seen = `${JSON.stringify(lastRun(), undefined, 2)}\n`;
  if (!check) writeFileSync(file, seen);
  else if (seen !== readFileSync(file, 'utf8'))
    problems.push('the last run saw something else: pnpm support-table --seen');
}

const { runtimes, consumers } = JSON.parse(readFileSync(file, 'utf8')) as Seen;
const content = [
  table(
    ['Runtime', 'Seen with', 'A refused connection is'],
    runtimes.map(({ name, version, refused }) => [name, version, `\`${refused}\``]),
  ),
  table(
    ['Project', 'Seen with'],
    consumers.map(({ name, detail }) => [name, detail]),
  ),
].join('\n\n');
const parts = ['README.md', 'docs/support.md'].map((one) => ({ file: one, name: 'support', content }));
const stale = await writeGenerated(parts, { check });
if (check) problems.push(...stale.map((one) => `${one} is stale: pnpm support-table`));
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;

function lastRun(): Seen {
  const all = existsSync(folder) ? readdirSync(folder).sort() : [];
  const read = (start: string) =>
    all
      .filter((one) => one.startsWith(start))
      .map((one) => JSON.parse(readFileSync(join(folder, one), 'utf8')) as never);
  if (read('runtime-').length === 0) throw new Error('nothing was seen: run pnpm test:runtimes first');
  return { runtimes: read('runtime-'), consumers: read('consumer-') };
}
