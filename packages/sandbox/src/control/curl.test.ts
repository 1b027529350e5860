import { execFile, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { createSandbox } from '../index.ts';

const SCRIPT = fileURLToPath(new URL('../../test/curl.sh', import.meta.url));

const missing = [
  ['bash', '--version'],
  ['curl', '--version'],
  ['openssl', 'version'],
].filter(([program = '', option = '']) => {
  try {
    execFileSync(program, [option], { stdio: 'ignore' });
    return false;
  } catch {
    return true;
  }
});
if (missing.length > 0) {
  console.warn(
    `SKIPPED: the sandbox is not driven from outside, for lack of ${missing.map(([name]) => name).join(', ')}.`,
  );
}

test.skipIf(missing.length > 0)('curl and openssl alone drive the sandbox', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'capture-sandbox-'));
  const file = join(folder, 'received');
  const receiver = createServer((request, response) => {
    void text(request).then((body) => {
      writeFileSync(`${file}.body`, body);
      writeFileSync(`${file}.signature`, String(request.headers['content-signature']));
      response.end();
    });
  });
  await once(receiver.listen(0, '127.0.0.1'), 'listening');
  const hook = `http://127.0.0.1:${String((receiver.address() as AddressInfo).port)}/hook`;
  const server = await createSandbox().listen();
  try {
    const { stdout } = await promisify(execFile)('bash', [SCRIPT, server.url, hook, file]);
    expect(stdout.trim().split('\n')).toEqual([
      'authorized, captured, refunded',
      'the truth has it',
      'a voided authorization is not captured, and a test card is declined',
      'a lost response: the truth has the capture',
      'a notification is verified, and a corrupted one is not',
      'reset',
    ]);
  } finally {
    await server.close();
    receiver.close();
    rmSync(folder, { recursive: true });
  }
});
