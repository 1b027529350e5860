import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { readManifest } from '../../workspace/workspace.ts';
import { CONTENDERS } from '../contenders.ts';
import type { Settings } from '../settings.ts';
import type { Installation } from '../install.ts';

/** The load of the machine before anything is measured. */
export const LOAD = loadavg()[0] ?? 0;

/** The machine and the versions that the figures belong to. */
export function machine({ home }: Installation, { seed, rounds }: Settings, seconds: number): string {
  const versions = new Map(
    CONTENDERS.flatMap((one) => {
      if (one.package === undefined) return [];
      const { version } = readManifest(join(home(one), 'node_modules', one.package));
      return [[one.package, version] as const];
    }),
  );
  const lines = [
    `${cpus()[0]?.model.trim() ?? 'unknown CPU'}, ${String(availableParallelism())} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB of memory`,
    `${type()} ${release()}, Node ${process.versions.node} (undici ${process.versions['undici'] ?? '?'} inside)`,
    [...versions].map(([name, version]) => `${name} ${version}`).join(', '),
    `${new Date().toISOString().slice(0, 10)}; seed ${String(seed)}, ${String(rounds)} rounds in ${String(Math.round(seconds / 6) / 10)} minutes; load of the machine before it: ${LOAD.toFixed(2)}`,
  ];
  return lines.map((line) => `- ${line}`).join('\n');
}
