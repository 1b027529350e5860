import { execFile } from 'node:child_process';
import { join } from 'node:path';
import type { Figures } from '../results.ts';

/** Runs one of the programs of `child-process/` in a new process and returns the figures that it reports. */
export function runChild(
  program: 'speed' | 'first' | 'waiting' | 'growth' | 'parts' | 'profiled',
  order: { readonly program: string; readonly [more: string]: unknown },
  flags: readonly string[] = [],
): Promise<Figures> {
  const file = join(import.meta.dirname, '..', 'child-process', `${program}.js`);
  const args = [...flags, file, JSON.stringify(order)];
  // The environment of a deployed program, and nothing of the measuring process.
  const env = { PATH: process.env['PATH'], NODE_ENV: 'production' };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { env, timeout: 180_000 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${program} of ${order.program} failed:\n${stderr}`));
      else resolve(JSON.parse(stdout) as Figures);
    });
  });
}
