import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Figures } from '../results.ts';

/** The part of esbuild that is used here; its types are not installed in the workspace. */
interface Esbuild {
  readonly build: (options: object) => Promise<{ readonly outputFiles: readonly { readonly contents: Uint8Array }[] }>;
}

const fromHere = createRequire(join(import.meta.dirname, '../package.json'));

/** The program of a contender as one file: minified, tree-shaken, without Node's own modules; then gzipped. */
export async function bundle(entry: string): Promise<Figures> {
  // It is installed only now.
  const esbuild = fromHere('esbuild') as Esbuild;
  const { outputFiles } = await esbuild.build({
    stdin: { contents: `export { open } from ${JSON.stringify(entry)};`, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    platform: 'node',
    mainFields: ['module', 'main'],
    format: 'esm',
    write: false,
    logLevel: 'error',
  });
  return { bundle: gzipSync(outputFiles[0]?.contents ?? new Uint8Array(), { level: 9 }).length };
}
