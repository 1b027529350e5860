import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../workspace/workspace.ts';
import { table, withParts } from './markdown.ts';
import type { Generated, GenerateOptions } from './write.ts';

interface Seen {
  readonly runtimes: readonly { readonly name: string; readonly version: string; readonly refused: string }[];
  readonly consumers: readonly { readonly name: string; readonly detail: string }[];
}

const RECORD = 'tools/tests/outside/seen.json';
const LAST_RUN = join(ROOT, 'reports/seen');

/** The tables of runtimes and projects that the packed packages were observed to work in. */
export function support({ seen: takeLastRun }: GenerateOptions): Generated[] {
  const seen = takeLastRun ? lastRun() : (JSON.parse(readFileSync(join(ROOT, RECORD), 'utf8')) as Seen);
  const runtimes = table(
    ['Runtime', 'Seen with', 'A refused connection is'],
    seen.runtimes.map(({ name, version, refused }) => [name, version, `\`${refused}\``]),
  );
  const projects = table(
    ['Project', 'Seen with'],
    seen.consumers.map(({ name, detail }) => [name, detail]),
  );
  const part = { support: `${runtimes}\n\n${projects}` };
  return [
    { file: RECORD, content: JSON.stringify(seen, undefined, 2) },
    withParts('README.md', part),
    withParts('docs/support.md', part),
  ];
}

function lastRun(): Seen {
  const files = existsSync(LAST_RUN) ? readdirSync(LAST_RUN).sort() : [];
  const read = (prefix: string) =>
    files
      .filter((file) => file.startsWith(prefix))
      .map((file) => JSON.parse(readFileSync(join(LAST_RUN, file), 'utf8')) as never);
  if (read('runtime-').length === 0) throw new Error('Nothing was observed: run pnpm test:slow first.');
  return { runtimes: read('runtime-'), consumers: read('consumer-') };
}
