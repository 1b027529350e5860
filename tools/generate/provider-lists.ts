// Writes the lists of providers of the sandbox and the playground from the sandbox's folders: `pnpm provider-lists`, with --check only says whether they are stale.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { ROOT } from '../workspace/workspace.ts';

const { values } = parseArgs({ options: { check: { type: 'boolean' } } });
const sandbox = join(ROOT, 'packages/sandbox/src');
const folder = join(sandbox, 'providers');
const names = join(sandbox, 'state/provider-names.ts');
const index = join(folder, 'index.ts');

// New ones come last, so that the order in which everything is shown does not change.
const known = [...(/\[(.*)\] as const/s.exec(readFileSync(names, 'utf8'))?.[1] ?? '').matchAll(/'(\w+)'/g)].map(
  ([, id = '']) => id,
);
const there = readdirSync(folder).filter((id) => existsSync(join(folder, id, 'index.ts')));
const ids = [...known.filter((id) => there.includes(id)), ...there.filter((id) => !known.includes(id))];

const imports = ids
  .flatMap((id) => [
    `import { credentials as ${id}Credentials } from './${id}/credentials.ts';`,
    `import { ${id} } from './${id}/index.ts';`,
  ])
  .sort((a, b) => pathOf(a).localeCompare(pathOf(b)));

const stale = [
  await write(
    names,
    `/** The providers that the sandbox emulates. */
export const PROVIDERS = [${ids.map((id) => `'${id}'`).join(', ')}] as const;

/** One of the providers that the sandbox emulates. */
export type ProviderName = (typeof PROVIDERS)[number];
`,
  ),
  await write(
    index,
    `import type { Emulator } from '../emulator/emulator.ts';
import type { ProviderName } from '../state/provider-names.ts';
${imports.join('\n')}

/** The emulator of each provider. The compiler requires an entry for each name in \`provider-names.ts\`. */
export const EMULATORS: Readonly<Record<ProviderName, Emulator>> = {
${ids.map((id) => `  ${id},`).join('\n')}
};

/** The credentials of each emulator, under their documented names. All are placeholders and valid nowhere else. */
export const CREDENTIALS = {
${ids.map((id) => `  ${id}: ${id}Credentials,`).join('\n')}
};
`,
  ),
  await write(
    join(ROOT, 'apps/playground/src/providers/list.ts'),
    `${[...ids]
      .sort()
      .map((id) => `import { ${id} } from './${id}/index.ts';`)
      .join('\n')}
import type { Provider } from './provider.ts';

/** The providers that the playground shows, in the order of the sandbox. */
export const PROVIDERS: readonly Provider[] = [${ids.join(', ')}];
`,
  ),
].filter((file) => file !== undefined);
if (values.check === true && stale.length > 0) {
  console.error(`${stale.join(', ')} is stale: pnpm provider-lists`);
  process.exitCode = 1;
}

async function write(file: string, text: string): Promise<string | undefined> {
  const formatted = await format(text, { ...(await resolveConfig(file)), filepath: file });
  if (existsSync(file) && formatted === readFileSync(file, 'utf8')) return undefined;
  if (values.check !== true) writeFileSync(file, formatted);
  return file;
}

function pathOf(line: string): string {
  return /'(.+)'/.exec(line)?.[1] ?? '';
}
