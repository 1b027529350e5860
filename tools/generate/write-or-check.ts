import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

/** Writes a generated file, formatted like every other. With `--check` on the command line it only compares, and exits with 1 where the file is stale. */
export async function writeOrCheck(file: string, text: string): Promise<void> {
  const path = join(import.meta.dirname, '../..', file);
  const formatted = await format(text, { ...(await resolveConfig(path)), filepath: path });
  if (!process.argv.includes('--check')) {
    writeFileSync(path, formatted);
    return;
  }
  let current = '';
  try {
    current = readFileSync(path, 'utf8');
  } catch {
    // A missing file is stale.
  }
  if (current === formatted) return;
  console.error(`${file} is stale: run \`npx -y pnpm@12 generate\`.`);
  process.exitCode = 1;
}
