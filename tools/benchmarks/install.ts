import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pnpm } from '../workspace/run.ts';
import { readManifest, ROOT } from '../workspace/workspace.ts';
import { makeProject } from '../workspace/consumer-project.ts';
import { CONTENDERS, PROVIDERS, type Contender } from './contenders.ts';
import { writeStepsModule } from './measure/steps-module.ts';

/** The folders in which everything measured is installed. */
export interface Installation {
  /** The file that a contender starts from, as a user would write it. */
  readonly entry: (contender: Contender) => string;
  /** The folder whose node_modules has the package of a contender. */
  readonly home: (contender: Contender) => string;
  /** The file with the steps of a provider's capture. */
  readonly steps: (provider: string) => string;
  readonly remove: () => void;
}

const HERE = import.meta.dirname;

/** Installs the other libraries from the lock file, and ours from their tarballs in a project with the same ky. */
export async function installContenders(): Promise<Installation> {
  await pnpm(['install', '--frozen-lockfile', '--prefer-offline', '--ignore-scripts'], HERE);
  const ky = readManifest(join(ROOT, 'packages/core/node_modules/ky')).version;
  const project = await makeProject({ others: { ky } });
  cpSync(join(HERE, 'programs'), join(project.folder, 'programs'), { recursive: true });
  mkdirSync(join(project.folder, 'entries'));
  const ours = (contender: Contender) => contender.kind === 'ours' || contender.package === 'ky';
  const home = (contender: Contender) => (ours(contender) ? project.folder : HERE);
  const entry = (contender: Contender) =>
    contender.kind === 'ours'
      ? join(project.folder, 'entries', `${contender.id.replace(/\W+/g, '-')}.js`)
      : join(home(contender), 'programs', `${contender.program}.js`);
  for (const contender of CONTENDERS)
    if (contender.kind === 'ours') writeFileSync(entry(contender), opening(contender));
  const steps = (provider: string) => join(project.folder, 'steps', `${provider}.js`);
  for (const provider of PROVIDERS) await writeStepsModule(provider, steps(provider));
  return { entry, home, steps, remove: project.remove };
}

/** The URL of a file, for `import()`. */
export const address = (file: string): string => pathToFileURL(file).href;

/** The program of one of our contenders, sending in its way. */
function opening({ program, way = 'default' }: Contender): string {
  if (way === 'default') return `export { open, sample } from '../programs/${program}.js';\n`;
  if (way === 'fetch')
    return `import { open as openWith } from '../programs/${program}.js';

export const open = (at) => openWith({ ...at, fetch: globalThis.fetch });
`;
  return `import { createNodeTransport } from '@capture/core/node';
import { openLookup } from '../programs/${program}.js';

export const open = (at) => openLookup({ ...at, transport: createNodeTransport({ keepAlive: true }) });
`;
}
