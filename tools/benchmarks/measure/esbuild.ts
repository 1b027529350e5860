import { createRequire } from 'node:module';
import { join } from 'node:path';

/** The part of esbuild that is used here; its types are not installed in the workspace. */
interface Esbuild {
  readonly build: (options: object) => Promise<{ readonly outputFiles: readonly { readonly contents: Uint8Array }[] }>;
}

const fromHere = createRequire(join(import.meta.dirname, '../package.json'));

/** The esbuild that the command has installed: only now, so it cannot be imported. */
export function esbuild(): Esbuild {
  return fromHere('esbuild') as Esbuild;
}
