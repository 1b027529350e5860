import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { PROVIDERS } from '../../../apps/playground/src/providers/index.ts';
import { createSandbox } from '../../../packages/sandbox/src/index.ts';
import { run } from '../../workspace/run.ts';
import { ROOT } from '../../workspace/workspace.ts';

// On Node a client without options sends with `node:http`, and loads neither ky nor the `fetch` of Node. The packed
// packages in every runtime: tools/tests/outside/runtimes.slow.ts.
async function observe(over: 'default' | 'fetch'): Promise<unknown> {
  const sandbox = createSandbox();
  const server = await sandbox.listen();
  onTestFinished(() => server.close());
  const plan = PROVIDERS.map(({ id }) => ({
    id,
    options: { ...sandbox.credentials[id], baseUrl: server.baseUrl(id) },
  }));
  const program = join(import.meta.dirname, 'programs/observe-default.ts');
  const flags = ['--conditions=@capture/source', '--no-warnings'];
  return JSON.parse(await run(process.execPath, [...flags, program, JSON.stringify(plan), over], { cwd: ROOT }));
}

describe('a program on Node', () => {
  const statuses = PROVIDERS.map(({ expected }) => expected);

  test('without options makes no request with undici, and loads neither ky nor fetch', async () => {
    expect(await observe('default')).toEqual({
      statuses,
      undiciRequests: 0,
      fetchLoaded: false,
      // Its encodings of bytes, not its digests.
      libraries: ['@noble/hashes'],
      transports: ['node-transport'],
    });
  });

  test('with a fetch of its own goes through ky: the observation sees what it is there for', async () => {
    expect(await observe('fetch')).toEqual({
      statuses,
      undiciRequests: PROVIDERS.length,
      fetchLoaded: true,
      libraries: ['ky', '@noble/hashes'],
      transports: ['ky-transport', 'node-transport'],
    });
  });
});
