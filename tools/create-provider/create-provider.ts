// Creates the files of a new provider from the templates beside it: `pnpm create-provider <id> --title "Its Name"`.
// Everything it creates throws until it is filled in.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { providerLists } from '../generate/provider-lists.ts';
import { writeGenerated } from '../generate/write.ts';
import { filesIn } from '../workspace/files.ts';
import { run } from '../workspace/run.ts';
import { ROOT } from '../workspace/workspace.ts';

const { positionals, values } = parseArgs({ allowPositionals: true, options: { title: { type: 'string' } } });
const [id = ''] = positionals;
if (!/^[a-z][a-z0-9]{2,30}$/.test(id))
  throw new Error('pnpm create-provider <id> --title "Its Name": the id is one lower-case word');
const title = values.title ?? id;
const name = title.replace(/[^A-Za-z0-9]/g, '').replace(/^[a-z]/, (letter) => letter.toUpperCase());

/** The target of each folder of the template; a file beside them is the changeset. */
const TARGETS: Readonly<Record<string, string>> = {
  package: `packages/${id}`,
  emulator: `packages/sandbox/src/providers/${id}`,
  protocol: `protocol/${id}`,
  playground: `apps/playground/src/providers/${id}`,
  benchmark: 'tools/benchmarks/programs/ours',
};
if (existsSync(join(ROOT, `packages/${id}`))) throw new Error(`packages/${id} already exists`);

const filled = (template: string) =>
  template.replaceAll('__id__', id).replaceAll('__Name__', name).replaceAll('__Title__', title);
const templates = join(import.meta.dirname, 'template');
const created: string[] = [];
for (const source of filesIn(templates)) {
  const [part = '', ...rest] = relative(templates, source)
    .replaceAll('\\', '/')
    .replace(/\.template$/, '')
    .split('/');
  const target = TARGETS[part];
  const file = target === undefined ? `.changeset/new-${id}.md` : join(target, filled(rest.join('/')));
  mkdirSync(dirname(join(ROOT, file)), { recursive: true });
  writeFileSync(join(ROOT, file), filled(readFileSync(source, 'utf8')));
  created.push(file);
}

// The playground shows every provider, and runs the examples of every README.
edit('apps/playground/package.json', (content) => {
  const manifest = JSON.parse(content) as { dependencies: Record<string, string> };
  const all = { ...manifest.dependencies, [`@capture/${id}`]: 'workspace:^' };
  const sorted = Object.fromEntries(Object.entries(all).sort(([a], [b]) => a.localeCompare(b)));
  return `${JSON.stringify({ ...manifest, dependencies: sorted }, undefined, 2)}\n`;
});
// The sandbox's README shows how to reach each emulator.
edit('packages/sandbox/README.md', (content) => {
  const row = `| ${title} | \`${id}-sample-1\` | EUR 100.00 | \`apiKey\` \`${id}-sandbox-key\` |`;
  return content.replace(/^(\| freepayment +\| `1-310b0da80b`.*)$/m, `$1\n${row}`);
});
await writeGenerated(providerLists());
const prettier = join(ROOT, 'node_modules/prettier/bin/prettier.cjs');
const formatted = [...created, 'apps/playground/package.json', 'packages/sandbox/README.md'].filter(
  (file) => !file.endsWith('.txt'),
);
await run(process.execPath, [prettier, '--write', '--log-level=warn', ...formatted], { cwd: ROOT });

for (const file of created) console.log(file);
console.log(
  `\nFill in every place that says so (grep -rn "FILL IN" packages apps protocol tools/benchmarks .changeset), in the order of docs/adding-a-provider.md.`,
);

function edit(file: string, change: (content: string) => string): void {
  const path = join(ROOT, file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`${file} has no place for ${id}`);
  writeFileSync(path, after);
}
