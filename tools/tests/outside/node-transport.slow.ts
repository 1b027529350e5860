import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../workspace/run.ts';
import { providerPackages, ROOT } from '../../workspace/workspace.ts';
import { OUTSIDE, RUNTIMES } from '../../workspace/outside-tools.ts';

// Every provider keeps the contract over the transport for servers too: on every supported Node, because the errors of
// a lost connection change with the version, and on other runtimes with a `node:http`.
interface Proven {
  readonly provider: string;
  readonly mode: 'fresh' | 'pooled' | 'fetch';
  readonly passed: number;
  readonly breaches: readonly string[];
}

// Deno requires permissions for a host name that does not resolve, among others.
const flagsOf = (runtime: string): string[] =>
  runtime === 'Deno' ? ['run', '--quiet', '--no-lock', '--allow-all'] : runtime === 'Bun' ? [] : ['--no-warnings'];

describe.each(RUNTIMES)('on $name', ({ name, command }) => {
  test('every provider keeps the contract, with fresh connections and with a pool', { timeout: 900_000 }, async () => {
    const program = join(OUTSIDE, 'programs/prove-node-transport.ts');
    const output = await run(command, [...flagsOf(name), '--conditions=@capture/source', program], { cwd: ROOT });
    const proven = JSON.parse(output) as Proven[];
    expect(proven).toHaveLength(3 * providerPackages().length);
    expect(proven.flatMap(({ provider, mode, breaches }) => breaches.map((one) => [provider, mode, one]))).toEqual([]);
    for (const { mode, passed } of proven)
      if (mode === 'fetch') expect(passed).toBe(1);
      else expect(passed).toBeGreaterThanOrEqual(250);
  });
});
