import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { request } from '../test/sample.ts';
import { FAULTS } from './index.ts';

const CLI = fileURLToPath(new URL('cli.ts', import.meta.url));
// Before Node 24, stripping types prints a warning.
const node = (...options: string[]) => ['--disable-warning=ExperimentalWarning', CLI, ...options];
const run = (...options: string[]) => promisify(execFile)(process.execPath, node(...options));

test('--help prints the options', async () => {
  expect((await run('--help')).stdout).toContain('Usage: capture-sandbox [--port 4100]');
});

test.each([
  [['--host', '0.0.0.0'], 'loopback only'],
  [['--port', '99999'], '--port must be an integer'],
  [['--seed', '1.5'], '--seed must be an integer'],
  [['--colour'], '--colour'],
])('the options %j are refused', async (options, message) => {
  await expect(run(...options)).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining(message) as string });
});

test('the command prints base URLs and credentials, serves captures, and ends on SIGINT', async () => {
  const child = spawn(process.execPath, node('--port', '0'), { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  for await (const chunk of child.stdout.setEncoding('utf8')) {
    output += String(chunk);
    if (!output.includes('Ctrl+C')) continue;
    expect(output).toContain('sandbox-payfull-password');
    expect(output).toContain('T4U_8d8125d10a_481a77f38');
    for (const fault of Object.keys(FAULTS)) expect(output).toContain(fault);
    const baseUrl = /payfull {2}(http:\S+)/.exec(output)?.[1] ?? '';
    expect(await (await fetch(...request('payfull', baseUrl))).json()).toMatchObject({ status: 1 });
    child.kill('SIGINT');
  }
  if (child.exitCode === null) await once(child, 'exit');
  expect(child.exitCode).toBe(0);
  // No part of a request is ever printed.
  expect(output).not.toContain('just any passive data');
});
