import { rangesOf } from '../release/rehearse.ts';
import { publishedPackages } from '../workspace/workspace.ts';
import { partOf, table, withParts } from './markdown.ts';
import type { Generated } from './write.ts';

const FILE = 'docs/support.md';
const NAME = 'compatibility';

/** The table of which version of a package needs which core; `pnpm version` renews it. */
export function compatibility(): Generated[] {
  // Released versions stay in the table; only those of the workspace are written anew.
  const rows = new Map<string, readonly string[]>();
  for (const line of partOf(FILE, NAME).split('\n')) {
    const [, name = '', version = '', core = ''] = /^\| `(\S+)` +\| (\S+) +\| `(\S+)` +\|$/.exec(line) ?? [];
    if (name !== '') rows.set(`${name} ${version}`, [name, version, core]);
  }
  const packages = publishedPackages();
  for (const one of packages) {
    const core = rangesOf(one, packages)['@capture/core'];
    const { version } = one.manifest;
    if (core !== undefined && version !== '0.0.0') rows.set(`${one.name} ${version}`, [one.name, version, core]);
  }
  const sorted = [...rows.values()].sort(
    ([a = '', av = ''], [b = '', bv = '']) => a.localeCompare(b) || newestFirst(av, bv),
  );
  const content =
    sorted.length > 0
      ? table(
          ['Package', 'Version', 'Needs @capture/core'],
          sorted.map(([name = '', version = '', core = '']) => [`\`${name}\``, version, `\`${core}\``]),
        )
      : 'Nothing has been released yet.';
  return [withParts(FILE, { [NAME]: content })];
}

function newestFirst(a: string, b: string): number {
  return b.localeCompare(a, 'en', { numeric: true });
}
