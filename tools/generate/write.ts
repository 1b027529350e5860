import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { ROOT } from '../workspace/workspace.ts';

/** One generated file: its path from the root of the repository and its whole content, not yet formatted. */
export interface Generated {
  readonly file: string;
  readonly content: string;
}

/** Where a generator may look besides the sources. */
export interface GenerateOptions {
  /** The support tables take the observations of the last `pnpm test:slow`, not those on record. */
  readonly seen: boolean;
  /** The report of the test run whose cases are counted. */
  readonly report: string;
}

/** Formats generated files like all others and writes those that differ; with `check` it writes none. Returns them. */
export async function writeGenerated(
  files: readonly Generated[],
  { check = false }: { readonly check?: boolean } = {},
): Promise<string[]> {
  const stale: string[] = [];
  for (const { file, content } of files) {
    const path = join(ROOT, file);
    const formatted = await format(content, { ...(await resolveConfig(path)), filepath: path });
    if (existsSync(path) && readFileSync(path, 'utf8') === formatted) continue;
    stale.push(file);
    if (!check) writeFileSync(path, formatted);
  }
  return stale;
}
