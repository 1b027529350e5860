// Writes every file that follows from the sources: `pnpm generate [name…]`.
//   --check   writes nothing and fails where a file is stale
//   --seen    `support` takes the observations of the last `pnpm test:slow`
//   --report  the test report whose cases `providers` counts
import { parseArgs } from 'node:util';
import { compatibility } from './compatibility.ts';
import { contract } from './contract.ts';
import { decidingMembers } from './deciding-members.ts';
import { errors } from './errors.ts';
import { examples } from './examples.ts';
import { providerLists } from './provider-lists.ts';
import { providers } from './providers.ts';
import { support } from './support.ts';
import { writeGenerated, type Generated, type GenerateOptions } from './write.ts';

const GENERATORS: Readonly<Record<string, (options: GenerateOptions) => Generated[] | Promise<Generated[]>>> = {
  errors,
  contract,
  support,
  compatibility,
  'deciding-members': () => decidingMembers(),
  examples: () => examples(),
  'provider-lists': providerLists,
  providers,
};

/** Needs the report of a test run, so it runs only when it is named. */
const AFTER_TESTS = 'providers';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    check: { type: 'boolean', default: false },
    seen: { type: 'boolean', default: false },
    report: { type: 'string', default: 'reports/vitest.json' },
  },
});
const { check, ...options } = values;
const names = positionals.length > 0 ? positionals : Object.keys(GENERATORS).filter((name) => name !== AFTER_TESTS);

for (const name of names) {
  const generate = GENERATORS[name];
  if (!generate) throw new Error(`pnpm generate [${Object.keys(GENERATORS).join(' | ')}]: there is no ${name}`);
  const stale = await writeGenerated(await generate(options), { check });
  for (const file of stale) console.log(check ? `${file} is stale: run pnpm generate ${name}` : file);
  if (check && stale.length > 0) process.exitCode = 1;
}
