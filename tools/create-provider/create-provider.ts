// Makes everything that a new provider needs, from the templates beside it: `pnpm create-provider <id> --title "Its Name"`. What it makes throws until it is filled in.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { filesIn } from '../workspace/files.ts';
import { run } from '../workspace/run.ts';
import { ROOT } from '../workspace/workspace.ts';

const { positionals, values } = parseArgs({ allowPositionals: true, options: { title: { type: 'string' } } });
const [id = ''] = positionals;
if (!/^[a-z][a-z0-9]{2,30}$/.test(id))
  throw new Error('pnpm create-provider <id> --title "Its Name": the id is a lower-case word');
const title = values.title ?? id;
const name = title.replace(/[^A-Za-z0-9]/g, '').replace(/^[a-z]/, (letter) => letter.toUpperCase());

const PLACES: Readonly<Record<string, string>> = {
  package: `packages/${id}`,
  emulator: `packages/sandbox/src/providers/${id}`,
  protocol: `protocol/${id}`,
  playground: `apps/playground/src/providers/${id}`,
};
if (existsSync(join(ROOT, `packages/${id}`))) throw new Error(`packages/${id} is there already`);

const filled = (text: string) =>
  text.replaceAll('__id__', id).replaceAll('__Name__', name).replaceAll('__Title__', title);
const template = join(import.meta.dirname, 'template');
const made: string[] = [];
for (const source of filesIn(template)) {
  const [part = '', ...rest] = relative(template, source)
    .replaceAll('\\', '/')
    .replace(/\.template$/, '')
    .split('/');
  const place = PLACES[part];
  const file = place === undefined ? `.changeset/new-${id}.md` : join(place, filled(rest.join('/')));
  mkdirSync(dirname(join(ROOT, file)), { recursive: true });
  writeFileSync(join(ROOT, file), filled(readFileSync(source, 'utf8')));
  made.push(file);
}

// The playground shows every provider, and runs the examples of every README.
edit('apps/playground/package.json', (text) => {
  const manifest = JSON.parse(text) as { dependencies: Record<string, string> };
  const all = { ...manifest.dependencies, [`@capture/${id}`]: 'workspace:^' };
  const sorted = Object.fromEntries(Object.entries(all).sort(([a], [b]) => a.localeCompare(b)));
  return `${JSON.stringify({ ...manifest, dependencies: sorted }, undefined, 2)}\n`;
});
// The sandbox's README says how to reach each emulator.
edit('packages/sandbox/README.md', (text) => {
  const row = `| ${title} | \`${id}-sample-1\` | EUR 100.00 | \`apiKey\` \`${id}-sandbox-key\` |`;
  return text.replace(/^(\| freepayment +\| `1-310b0da80b`.*)$/m, `$1\n${row}`);
});
await run(process.execPath, [join(ROOT, 'tools/generate/provider-lists.ts')], { cwd: ROOT });
const prettier = join(ROOT, 'node_modules/prettier/bin/prettier.cjs');
const formatted = [...made, 'apps/playground/package.json', 'packages/sandbox/README.md'].filter(
  (file) => !file.endsWith('.txt'),
);
await run(process.execPath, [prettier, '--write', '--log-level=warn', ...formatted], { cwd: ROOT });

for (const file of made) console.log(file);
console.log(
  `\nFill in every place that says so (grep -rn "FILL IN" packages apps protocol .changeset), in the order of docs/adding-a-provider.md.`,
);

function edit(file: string, change: (text: string) => string): void {
  const path = join(ROOT, file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`${file} has no place for ${id}`);
  writeFileSync(path, after);
}
