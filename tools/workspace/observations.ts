import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './workspace.ts';

const SEEN = join(ROOT, 'reports/seen');

/** Observations in one runtime: the raw material of the support table. */
export interface SeenRuntime {
  readonly name: string;
  readonly version: string;
  /** The outcome of a refused connection: `unsent` where the runtime lets it be proven. */
  readonly refused: string;
}

/** Records what was observed in one runtime, for `pnpm generate support --seen`. */
export function noteRuntime(
  name: string,
  versionOutput: string,
  results: readonly { readonly fault: string; readonly status: string }[],
): void {
  const [version = ''] = /\d+[\d.]+\d(?:-[\d-]+)?/.exec(versionOutput) ?? [];
  const refused = [...new Set(results.filter(({ fault }) => fault === 'refuse').map(({ status }) => status))].join(
    ', ',
  );
  note(`runtime-${name}`, { name, version, refused } satisfies SeenRuntime);
}

/** Records what was observed in one project. */
export function noteConsumer(name: string, detail: string): void {
  note(`consumer-${name}`, { name, detail });
}

function note(file: string, content: object): void {
  mkdirSync(SEEN, { recursive: true });
  writeFileSync(join(SEEN, `${file.replaceAll(/[^A-Za-z0-9.-]+/g, '-')}.json`), JSON.stringify(content));
}
