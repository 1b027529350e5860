import { gzipSync } from 'node:zlib';
import type { Figures } from '../results.ts';
import { esbuild } from './esbuild.ts';

/** The program of a contender as one file: minified, tree-shaken, without Node's own modules; then gzipped. */
export async function bundle(entry: string): Promise<Figures> {
  const { outputFiles } = await esbuild().build({
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
