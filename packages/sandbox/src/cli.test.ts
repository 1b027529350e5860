import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  expect((await run('--help')).stdout).toContain('Usage: capture-sandbox [options]');
});

test.each([
  [['--host', '0.0.0.0'], 'loopback only'],
  [['--port', '99999'], '--port must be an integer'],
  [['--seed', '1.5'], '--seed must be an integer'],
  [['--colour'], '--colour'],
  [['--only', 'stripe'], '--only must be one of pockyt, '],
  [['--data', CLI], 'cannot be read as JSON'],
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

test('--tls serves the documented host names to a client that trusts the authority', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'capture-sandbox-'));
  const ca = join(folder, 'ca.pem');
  const data = join(folder, 'state.json');
  const options = ['--port', '0', '--tls', '--ca', ca, '--host-names', '--only', 'firstoken', '--data', data];
  const child = spawn(process.execPath, node(...options), { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  for await (const chunk of child.stdout.setEncoding('utf8')) {
    output += String(chunk);
    if (!output.includes('Ctrl+C')) continue;
    const port = Number(/Listening on https:\/\/127\.0\.0\.1:(\d+)/.exec(output)?.[1]);
    const trusted = readFileSync(ca, 'utf8');
    expect(await statusOf(port, trusted, 'api.freepayment.online', '/beyag/transactions/1-310b0da80b')).toBe(401);
    expect(await statusOf(port, trusted, 'shop.payfull.com', '/integration/api/v1')).toBe(404);
    expect(await statusOf(port, trusted, 'localhost', '/v1/payments/transactions/1')).toBe(403);
    expect(await statusOf(port, trusted, 'api.example.com', '/')).toBe('ERR_TLS_CERT_ALTNAME_INVALID');
    child.kill('SIGTERM');
  }
  if (child.exitCode === null) await once(child, 'exit');
  expect(JSON.parse(readFileSync(data, 'utf8'))).toMatchObject({ version: 1, captures: [] });
  rmSync(folder, { recursive: true });
});

function statusOf(port: number, ca: string, host: string, path: string): Promise<number | string | undefined> {
  return new Promise((resolve) => {
    get({ host: '127.0.0.1', port, servername: host, headers: { host }, path, ca, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).on('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code);
    });
  });
}
