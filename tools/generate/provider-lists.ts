import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../workspace/workspace.ts';
import type { Generated } from './write.ts';

const SANDBOX = 'packages/sandbox/src';
const FOLDER = `${SANDBOX}/providers`;
const NAMES = `${SANDBOX}/state/provider-names.ts`;

/** The lists of providers in the sandbox and the playground, from the folders of the sandbox's emulators. */
export function providerLists(): Generated[] {
  const ids = emulatedProviders();
  const imports = ids
    .flatMap((id) => [
      `import { credentials as ${id}Credentials } from './${id}/credentials.ts';`,
      `import { ${id} } from './${id}/index.ts';`,
    ])
    .sort((a, b) => pathIn(a).localeCompare(pathIn(b)));
  return [
    {
      file: NAMES,
      content: `/** The providers that the sandbox emulates. */
export const PROVIDERS = [${ids.map((id) => `'${id}'`).join(', ')}] as const;

/** One of the providers that the sandbox emulates. */
export type ProviderName = (typeof PROVIDERS)[number];
`,
    },
    {
      file: `${FOLDER}/index.ts`,
      content: `import type { Emulator } from '../emulator/emulator.ts';
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
    },
    {
      file: 'apps/playground/src/providers/list.ts',
      content: `${[...ids]
        .sort()
        .map((id) => `import { ${id} } from './${id}/index.ts';`)
        .join('\n')}
import type { Provider } from './provider.ts';

/** The providers that the playground shows, in the order of the sandbox. */
export const PROVIDERS: readonly Provider[] = [${ids.join(', ')}];
`,
    },
  ];
}

/** New ones come last, so that the order in which everything is shown does not change. */
function emulatedProviders(): string[] {
  const list = /\[(.*)\] as const/s.exec(readFileSync(join(ROOT, NAMES), 'utf8'))?.[1] ?? '';
  const known = [...list.matchAll(/'(\w+)'/g)].map(([, id = '']) => id);
  const folder = join(ROOT, FOLDER);
  const present = readdirSync(folder).filter((id) => existsSync(join(folder, id, 'index.ts')));
  return [...known.filter((id) => present.includes(id)), ...present.filter((id) => !known.includes(id))];
}

function pathIn(line: string): string {
  return /'(.+)'/.exec(line)?.[1] ?? '';
}
