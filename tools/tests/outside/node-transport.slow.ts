import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../workspace/run.ts';
import { providerPackages, ROOT } from '../../workspace/workspace.ts';
import { OUTSIDE, RUNTIMES } from '../../workspace/outside-tools.ts';

// Every provider keeps the contract over both transports, whichever is the default: on every supported Node, because
// the errors of a lost connection change with the version, and on other runtimes with a `node:http`.
interface Proven {
  readonly provider: string;
  readonly mode: 'fresh' | 'pooled' | 'ky';
  readonly passed: number;
  readonly breaches: readonly string[];
}

// Deno requires permissions for a host name that does not resolve, among others.
const flagsOf = (runtime: string): string[] =>
  runtime === 'Deno' ? ['run', '--quiet', '--no-lock', '--allow-all'] : runtime === 'Bun' ? [] : ['--no-warnings'];

describe.each(RUNTIMES)('on $name', ({ name, command }) => {
  test(
    'every provider keeps the contract, with fresh connections, with a pool and over ky',
    { timeout: 900_000 },
    async () => {
      const program = join(OUTSIDE, 'programs/prove-node-transport.ts');
      const output = await run(command, [...flagsOf(name), '--conditions=@capture/source', program], { cwd: ROOT });
      const proven = JSON.parse(output) as Proven[];
      expect(proven).toHaveLength(3 * providerPackages().length);
      const breaches = proven.flatMap((one) => one.breaches.map((breach) => [one.provider, one.mode, breach]));
      expect(breaches).toEqual([]);
      for (const { mode, passed } of proven)
        if (mode === 'ky' && !name.startsWith('Node')) expect(passed).toBe(1);
        else expect(passed).toBeGreaterThanOrEqual(250);
    },
  );
});
