// Keeps the table of which version of a package asks for which core in docs/support.md; `pnpm version` runs it. With --check it changes nothing and fails where it is stale.
import { parseArgs } from 'node:util';
import { generatedPart, table, writeGenerated } from './write.ts';
import { publishedPackages } from '../workspace/workspace.ts';
import { rangesOf } from '../release/rehearse.ts';

const FILE = 'docs/support.md';
const NAME = 'compatibility';
const { values } = parseArgs({ options: { check: { type: 'boolean' } } });

// What was released stays in the table; only the versions that stand in the workspace are written anew.
const rows = new Map<string, readonly string[]>();
for (const line of generatedPart(FILE, NAME).split('\n')) {
  const [, name = '', version = '', core = ''] = /^\| `(\S+)` +\| (\S+) +\| `(\S+)` +\|$/.exec(line) ?? [];
  if (name !== '') rows.set(`${name} ${version}`, [name, version, core]);
}
const packages = publishedPackages();
for (const one of packages) {
  const core = rangesOf(one, packages)['@capture/core'];
  const { version } = one.manifest;
  if (core !== undefined && version !== '0.0.0') rows.set(`${one.name} ${version}`, [one.name, version, core]);
}
const sorted = [...rows.values()].sort(([a = '', av = ''], [b = '', bv = '']) => a.localeCompare(b) || newest(av, bv));
const content =
  sorted.length > 0
    ? table(
        ['Package', 'Version', 'Needs @capture/core'],
        sorted.map(([name = '', version = '', core = '']) => [`\`${name}\``, version, `\`${core}\``]),
      )
    : 'Nothing was released yet.';
const stale = await writeGenerated([{ file: FILE, name: NAME, content }], { check: values.check === true });
if (values.check === true && stale.length > 0) {
  console.error(`${FILE} is stale: node tools/generate/compatibility.ts`);
  process.exitCode = 1;
}

function newest(a: string, b: string): number {
  return b.localeCompare(a, 'en', { numeric: true });
}
