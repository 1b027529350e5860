import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../workspace/workspace.ts';

const PATH = [join(ROOT, 'node_modules/.bin'), process.env['PATH']].join(process.platform === 'win32' ? ';' : ':');

test('before a command whose output is parsed, turbo leaves stdout to that command', () => {
  const script = join(ROOT, 'tools/workspace/turbo.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--quiet-stdout', '--version'], {
    encoding: 'utf8',
    env: { ...process.env, PATH },
  });
  expect(status).toBe(0);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^\d+\.\d+/m);
});
