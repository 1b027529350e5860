import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSandbox, type Sandbox, type SandboxServer } from '@capture/sandbox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSandboxClient, PROVIDERS, providerById } from '../../src/providers/index.ts';
import { captureCommand } from '../../src/terminal/capture-command.ts';
import { nextStep } from '../../src/terminal/next-step.ts';

let sandbox: Sandbox;
let server: SandboxServer;
beforeAll(async () => {
  sandbox = createSandbox();
  server = await sandbox.listen();
});
afterAll(() => server.close());

const run = (line: string, environment: NodeJS.ProcessEnv = {}, stdin = '') =>
  captureCommand(line.split(' '), environment, () => new TextEncoder().encode(stdin));

describe('exit codes', () => {
  test.each([
    ['captured', 'payfull', 0],
    ['not sent', 'payfull --fault refuse', 1],
    ['declined', 'pockyt reference=decline-insufficient-funds', 1],
    ['unknown', 'pockyt --fault commit-then-drop', 3],
    ['pending', 'pockyt reference=pending-1', 3],
    ['usage', 'payfull --fualt hang', 2],
  ])('%s', async (_case, line, exitCode) => {
    expect(await run(line)).toMatchObject({ exitCode });
  });
});

describe('what a result says', () => {
  test.each(PROVIDERS)('the amount that differed at $id is printed beside the requested one', async ({ id }) => {
    const { output } = await run(`${id} --fault other-amount`);
    expect(output).toMatch(/^ {2}✗ amount: [\d.]+ [A-Z]{3}, expected [\d.]+ [A-Z]{3}$/m);
  });

  test('pending says what to do, and what the customer has to do', async () => {
    const { output } = await run('pockyt reference=pending-3ds');
    expect(output).toContain('Accepted, but not final: no money yet. Do not send it again.');
    expect(output).toMatch(/^Next: /m);
  });

  test.each(['paymentoptions', 'firstoken'])(
    'where no lookup can decide at %s, it says whom to ask and offers no lookup',
    async (id) => {
      const { output } = await run(`${id} --fault commit-then-drop --sandbox ${server.url}`);
      expect(output).toContain(`Next: ask ${id} whether it was captured.`);
      expect(output).not.toMatch(/look it up|capture lookup/i);
    },
  );
});

describe('capture lookup', () => {
  test('the next step that is printed finds the capture whose response was lost', async () => {
    const lost = await run(`payfull --fault commit-then-drop --sandbox ${server.url}`);
    const [, command = ''] = /^Next: capture (.*)$/m.exec(lost.output) ?? [];
    const { output, exitCode } = await run(command);
    expect(output).toContain('payfull: captured');
    expect(output).toContain('✓ amount: 23.02 TRY');
    expect(exitCode).toBe(0);
  });

  test('what is not found is in doubt', async () => {
    const { output, exitCode } = await run(`lookup pockyt reference=never-sent --sandbox ${server.url}`);
    expect(output).toContain('not-found, which is not final');
    expect(exitCode).toBe(3);
  });

  test.each([
    ['no place', 'lookup payfull reference=a'],
    ['two places', 'lookup payfull reference=a --live --sandbox http://127.0.0.1:1'],
    ['a sandbox elsewhere', 'lookup payfull reference=a --sandbox http://example.com'],
    ['a key of another provider', 'lookup payfull captureId=a --sandbox http://127.0.0.1:1'],
    ['an unknown key', 'lookup payfull order=a --sandbox http://127.0.0.1:1'],
    ['an amount without a currency', 'lookup payfull reference=a amount=1 --sandbox http://127.0.0.1:1'],
  ])('%s is a usage error', async (_case, line) => {
    expect(await run(line)).toMatchObject({ exitCode: 2 });
  });

  test('an id of a response cannot end a word of the printed command', () => {
    const payfull = providerById('payfull')!;
    const client = createSandboxClient(payfull, sandbox, { baseUrl: server.baseUrl('payfull') });
    const command = nextStep(client, { reference: "a'; rm -rf ~ #\u001b[2K\nb" }, ['--live']);
    expect(command).toContain(`'reference=a'\\''; rm -rf ~ #`);
    expect(command).not.toMatch(/\p{Cc}/u);
  });
});

describe('capture webhook', () => {
  async function notified(id: 'pockyt' | 'freepayment', more: Record<string, unknown>) {
    const own = createSandbox();
    const provider = providerById(id)!;
    const client = createSandboxClient(provider, own, { baseUrl: own.baseUrl(id), fetch: own.fetch });
    await client.capture({ ...provider.sample, ...more } as never);
    const [notification] = own.notifications.list();
    return { notification: notification!, publicKey: own.notifications.publicKey };
  }

  test('a notification on stdin is verified, an altered one refused', async () => {
    const { notification } = await notified('pockyt', { ipnUrl: 'https://shop.example/ipn' });
    const headers = Object.entries(notification.headers).map(([name, value]) => `${name}: ${value}`);
    const args = ['webhook', 'pockyt', ...headers.flatMap((header) => ['--header', header])];
    const verify = (body: string) => captureCommand(args, {}, () => new TextEncoder().encode(body));
    expect(await verify(notification.body)).toMatchObject({ exitCode: 0 });
    expect((await verify(notification.body)).output).toContain('pockyt: verified, reports captured');
    const altered = await verify(notification.body.replace('300', '301'));
    expect(altered.exitCode).toBe(3);
    expect(altered.output).toContain('pockyt: refused');
  });

  test('body and headers are read from files, the public key from the environment', async () => {
    const { notification, publicKey } = await notified('freepayment', {});
    const folder = mkdtempSync(join(tmpdir(), 'capture-'));
    const [body, headers] = [join(folder, 'body'), join(folder, 'headers')];
    writeFileSync(body, notification.body);
    writeFileSync(headers, Object.entries(notification.headers).map(([name, value]) => `${name}: ${value}\r\n`).join('')); // prettier-ignore
    const line = `webhook freepayment ${body} --headers ${headers}`;
    expect(await run(line, { FREEPAYMENT_PUBLIC_KEY: publicKey })).toMatchObject({ exitCode: 0 });
    expect(await run(line)).toMatchObject({ exitCode: 2 });
  });

  test.each(['webhook payfull', 'webhook pockyt /no/such/file', 'webhook pockyt --header x'])(
    '%s is a usage error',
    async (line) => {
      expect(await run(line)).toMatchObject({ exitCode: 2 });
    },
  );
});
