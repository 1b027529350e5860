import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pnpm } from './run.ts';

/** The folder with the compilers and runtimes. */
export const OUTSIDE = join(import.meta.dirname, '../tests/outside');

const tool = (path: string) => join(OUTSIDE, 'node_modules', path);

/** Runtimes that execute a file, with the arguments before it. */
export const RUNTIMES: readonly {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}[] = [
  { name: 'Node 22', command: tool('node-22/bin/node'), args: [] },
  { name: 'Node 24', command: tool('node-24/bin/node'), args: [] },
  { name: 'Node 26', command: tool('node-26/bin/node'), args: [] },
  { name: 'Bun', command: tool('.bin/bun'), args: ['run'] },
  { name: 'Deno', command: tool('.bin/deno'), args: ['run', '--quiet', '--no-lock', '--node-modules-dir=manual', '--allow-net=127.0.0.1', '--allow-read=.', '--allow-env'] }, // prettier-ignore
];

/** The oldest Node that the packages support. */
export const OLDEST_NODE = tool('node-22/bin/node');

/** The compiler of one version of TypeScript. */
export const typescript = (version: string) => tool(`typescript-${version}/bin/tsc`);

/** Installs the tools of the lock file. Quick when they are installed already. */
export async function installTools(): Promise<void> {
  await pnpm(['install', '--frozen-lockfile', '--prefer-offline'], OUTSIDE);
  for (const { name, command } of RUNTIMES) {
    if (!existsSync(command)) throw new Error(`${name} was not installed`);
  }
}
