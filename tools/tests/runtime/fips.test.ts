import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROVIDERS } from '../../../apps/playground/src/providers/index.ts';
import { run } from '../../workspace/run.ts';
import { ROOT } from '../../workspace/workspace.ts';

// FIPS mode cannot be entered in a worker of the test runner, and concerns the whole process.
test('in FIPS mode a provider that signs with MD5 is refused when its client is created, and no other', async () => {
  const program = join(import.meta.dirname, 'programs/in-fips-mode.ts');
  const output = await run(process.execPath, ['--conditions=@capture/source', '--no-warnings', program], { cwd: ROOT });
  const clients = PROVIDERS.map(({ id }) => (id === 'pockyt' ? REFUSED : { id, prepared: 'POST' }));
  expect(JSON.parse(output)).toEqual({ clients, refused: ['MD5', 'SHA-1'], explained: true });
});

const REFUSED = {
  id: 'pockyt',
  name: 'InvalidOptionsError',
  message: 'pockyt: invalid options: needs MD5, which this runtime refuses, as Node in FIPS mode does.',
};
