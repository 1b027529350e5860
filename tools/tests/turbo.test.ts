import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../workspace/workspace.ts';

const PATH = [join(ROOT, 'node_modules/.bin'), process.env['PATH']].join(process.platform === 'win32' ? ';' : ':');

function turbo(...args: string[]) {
  const script = join(ROOT, 'tools/workspace/turbo.js');
  return spawnSync(process.execPath, [script, ...args], { encoding: 'utf8', env: { ...process.env, PATH } });
}

test('before the output of a command, turbo prints nothing', () => {
  expect(turbo('--quiet', '--version')).toMatchObject({ status: 0, stdout: '', stderr: '' });
  expect(turbo('--version').stdout).toMatch(/^\d+\.\d+/m);
});

test('a build that fails is explained on stderr and ends the command', () => {
  const { status, stdout, stderr } = turbo('--quiet', 'run', 'no-such-task');
  expect(status).toBeGreaterThan(0);
  expect(stdout).toBe('');
  expect(stderr).toContain('no-such-task');
});

test('start and capture build without a preamble, for the Node of the scripts', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  for (const name of ['start', 'capture'])
    expect(scripts[name]).toMatch(/^node tools\/workspace\/turbo\.js --quiet run build /);
  expect(readFileSync(join(ROOT, 'pnpm-workspace.yaml'), 'utf8')).toMatch(/^nodeVersion: 24\./m);
});
