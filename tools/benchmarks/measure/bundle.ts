import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Figures } from '../results.ts';

/** As much of esbuild as is used; its types are not installed where this is checked. */
interface Esbuild {
  readonly build: (options: object) => Promise<{ readonly outputFiles: readonly { readonly contents: Uint8Array }[] }>;
}

const fromHere = createRequire(join(import.meta.dirname, '../package.json'));

/** The program of a contender as one file: minified, what it does not use left out, Node's own modules outside; then gzipped. */
export async function bundle(entry: string): Promise<Figures> {
  // Not before it is installed.
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
