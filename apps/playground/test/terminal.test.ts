import { createHmac } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROVIDERS } from '../src/providers/index.ts';
import { money, UnknownOutcomeError, type CaptureResult } from '@capture/core';
import { captureCommand } from '../src/terminal/capture-command.ts';
import { runDemo } from '../src/terminal/demo.ts';
import { formatResult } from '../src/terminal/format.ts';
import { printedJson } from '../src/terminal/printed-json.ts';

const run = (line: string, environment: NodeJS.ProcessEnv = {}) => captureCommand(line.split(' '), environment);

describe('the demo', () => {
  test('every capture of the demo ends as expected, with and without its response', async () => {
    const { output, asExpected } = await runDemo();
    expect(asExpected).toBe(true);
    for (const { title } of PROVIDERS) expect(output).toContain(title);
    expect(output.match(/^✓/gm)).toHaveLength(PROVIDERS.length * 2);
    expect(output.match(/result unknown.*in the sandbox (captured|pending)$/gm)).toHaveLength(PROVIDERS.length);
    const all = `${PROVIDERS.length} of ${PROVIDERS.length}`;
    expect(output).toContain(`${all} captures as expected, ${all} lost responses reported as unknown.`);
    expect(output).not.toContain('5425233430109903');
  });
});

describe('capture <provider>', () => {
  test.each(PROVIDERS)('the command captures the sample of $id', async ({ id, expected }) => {
    const { output, exitCode } = await run(id);
    expect(exitCode).toBe(expected === 'captured' ? 0 : 3);
    expect(output).toContain(`${id}: ${expected}`);
    if (id === 'freepayment' || id === 'paymentoptions') expect(output).toContain('test payment');
  });

  test('fields are given by name, the amount in major units', async () => {
    const { output } = await run('payfull amount=1.5 currency=TRY reference=order-7 --json');
    expect(JSON.parse(output)).toMatchObject({
      status: 'captured',
      reference: 'order-7',
      amount: { minor: 150, currency: 'TRY' },
    });
  });

  test.each(PROVIDERS)('--dry-run shows the request of $id with its secrets masked', async ({ id }) => {
    const { output, exitCode } = await run(`${id} --dry-run`);
    expect(exitCode).toBe(0);
    expect(output).toMatch(/^POST http/);
    expect(output).toMatch(/\[secret\]|%5Bsecret%5D/);
    expect(output).not.toMatch(/5425233430109903|sandbox-secret-key|sandbox-payfull-password/);
  });

  test('--dry-run shows the signed string', async () => {
    expect((await run('payfull --dry-run')).output).toContain('523.02');
  });

  test('--fault leads to an unknown result with its next step', async () => {
    const { output, exitCode } = await run('payfull --fault commit-then-drop');
    expect(exitCode).toBe(3);
    expect(output).toContain('payfull: unknown');
    expect(output).toContain('Next: ');
  });

  test('a typo in the provider leads to a suggestion, and the typed string is not repeated', async () => {
    const { output, exitCode } = await run('payful');
    expect(exitCode).toBe(2);
    expect(output).toContain('Did you mean payfull?');
    expect((await run('payment-secret')).output).not.toContain('secret');
  });

  test('--help explains the command and the fields of a provider', async () => {
    expect((await run('--help')).output).toContain('Usage: capture');
    expect((await run('firstoken --help')).output).toContain('FIRSTOKEN_API_KEY');
  });

  test.each([
    ['an unknown provider', 'unknown'],
    ['an unknown fault', 'payfull --fault nonsense'],
    ['an unknown option', 'payfull --nonsense'],
    ['a field without a value', 'payfull amount'],
    ['a field that the provider does not have', 'payfull vendor=x'],
    ['an amount with a comma', 'payfull amount=23,02'],
    ['a credential as an argument', 'payfull password=hunter2hunter2'],
    ['a card as an argument', 'pockyt card={"number":"5425233430109903"}'],
    ['a part of a card as an argument', 'pockyt card.number=5425233430109903'],
    ['a fault at a live endpoint', 'payfull --live --fault hang'],
    ['a live endpoint without credentials', 'payfull --live'],
  ])('%s is a usage error: exit code 2, and no value is repeated', async (_case, line) => {
    const { output, exitCode } = await run(line);
    expect(exitCode).toBe(2);
    expect(output).not.toMatch(/hunter2|23,02|5425/);
  });
});

test('the refusal of card data explains the reason, and --help names the variables to use', async () => {
  expect((await run('pockyt card.number=5425233430109903')).output).toContain(
    'the shell’s history and the process list',
  );
  expect((await run('--help')).output).toContain('CARD_NUMBER');
});

describe('capture explain', () => {
  const fields = 'type=Capture total=23.02';

  test('without fields, explain prints its usage', async () => {
    const { output, exitCode } = await run('explain payfull');
    expect(exitCode).toBe(2);
    expect(output).toContain('Pass the signed fields as name=value.');
    expect(output).toContain('Usage: capture explain');
  });

  test.each([
    ['pockyt', 32],
    ['payfull', 64],
  ])('a string of another length is not a signature of %s, which has %i hex characters', async (id, length) => {
    const { output, exitCode } = await run(`explain ${id} amount=1 --signature abc`);
    expect(exitCode).toBe(2);
    expect(output).toContain(`expected ${length} hex characters, got 3`);
  });

  test('explain takes a signature apart', async () => {
    const { output, exitCode } = await run(`explain payfull ${fields}`);
    expect(exitCode).toBe(0);
    expect(output).toContain('523.027Capture');
  });

  test('explain recognizes a correct signature, with the secret of the environment', async () => {
    const signature = createHmac('sha256', 'pw').update('523.027Capture').digest('hex');
    const { output } = await run(`explain payfull ${fields} --signature ${signature}`, { PAYFULL_PASSWORD: 'pw' });
    expect(output).toContain('The signature is right.');
    expect(output).not.toContain(signature);
  });

  test('explain names the mistake behind a wrong signature', async () => {
    const signature = createHmac('sha1', 'pw').update('523.027Capture').digest('hex');
    const { output, exitCode } = await run(`explain payfull ${fields} --signature ${signature}`, {
      PAYFULL_PASSWORD: 'pw',
    });
    expect(exitCode).toBe(0);
    expect(output).toContain('SHA-1');
  });

  test('explain does not guess', async () => {
    const { output, exitCode } = await run(`explain pockyt amount=300 --signature ${'0'.repeat(32)}`);
    expect(exitCode).toBe(1);
    expect(output).toContain('Not found');
  });

  test('explain refuses a provider that does not sign', async () => {
    expect(await run('explain firstoken a=b')).toMatchObject({ exitCode: 2 });
  });
});

describe('credentials of a live account', () => {
  const folder = mkdtempSync(join(tmpdir(), 'capture-'));
  const content = JSON.stringify({ merchant: 'shop', password: 'canary-password', baseUrl: 'https://unknown.invalid' });

  test('credentials are read from the environment', async () => {
    const environment = {
      PAYFULL_MERCHANT: 'shop',
      PAYFULL_PASSWORD: 'pw',
      PAYFULL_BASE_URL: 'https://unknown.invalid',
    };
    const { output, exitCode } = await run('payfull --live --dry-run', environment);
    expect(exitCode).toBe(0);
    expect(output).toContain('POST https://unknown.invalid/integration/api/v1');
  });

  test.each([
    ['', 'https://api.firstoken.co/'],
    ['live', 'https://api.firstoken.co/'],
    ['sandbox', 'https://api.firstoken-staging.co/'],
  ])('an account is of the live environment, unless the variable of it says otherwise: %j', async (named, host) => {
    const environment = { FIRSTOKEN_API_KEY: 'key', FIRSTOKEN_ENVIRONMENT: named };
    const { output } = await run('firstoken --live --dry-run', environment);
    expect(output).toContain(`POST ${host}v1/payments/`);
  });

  test('a base URL takes the place of the environment', async () => {
    const environment = { FIRSTOKEN_API_KEY: 'key', FIRSTOKEN_BASE_URL: 'https://proxy.example' };
    expect((await run('firstoken --live --dry-run', environment)).output).toContain('POST https://proxy.example/v1/');
  });

  test('an environment that contradicts the base URL is refused', async () => {
    const environment = {
      FIRSTOKEN_API_KEY: 'key',
      FIRSTOKEN_ENVIRONMENT: 'sandbox',
      FIRSTOKEN_BASE_URL: 'https://api.firstoken.co',
    };
    const { output, exitCode } = await run('firstoken --live --dry-run', environment);
    expect(exitCode).toBe(2);
    expect(output).toContain('baseUrl is the live host of the provider');
  });

  test('credentials are read from a file that only its owner can read', async () => {
    const file = join(folder, 'own.json');
    writeFileSync(file, content, { mode: 0o600 });
    const { output } = await run(`payfull --live --dry-run --credentials ${file}`);
    expect(output).toContain('POST https://unknown.invalid');
    expect(output).not.toContain('canary-password');
  });

  test.skipIf(process.platform === 'win32')('a credentials file that others can read is refused', async () => {
    const file = join(folder, 'open.json');
    writeFileSync(file, content, { mode: 0o644 });
    expect(await run(`payfull --live --credentials ${file}`)).toMatchObject({ exitCode: 2 });
  });

  test('a capture at an unreachable host is unsent', async () => {
    const file = join(folder, 'gone.json');
    writeFileSync(file, content, { mode: 0o600 });
    const { output, exitCode } = await run(`payfull --live --credentials ${file}`);
    expect(exitCode).toBe(1);
    expect(output).toContain('payfull: unsent');
  });
});

describe('provider text on the terminal', () => {
  const FORGED = '99\r\u001b[2K\u001b[1A\u009b2Kstatus captured\u202e\u2028\ud800\ncapture id: 1';

  test('no provider text adds a line, moves the cursor or turns the reading direction', () => {
    const error = new UnknownOutcomeError({ provider: 'toy', code: 'unknown_status', providerCode: FORGED });
    const base = { provider: 'toy', amount: money('1.00', 'EUR'), reference: FORGED, authorizationId: FORGED };
    const checks = [{ field: 'status', expected: 'SUCCESS', found: FORGED, agrees: false }];
    const unknown = { ...base, status: 'unknown', checks, error, lookupKeys: { captureId: FORGED } };
    const pending = { ...base, status: 'pending', captureId: FORGED, checks, nextAction: { type: 'redirect', url: FORGED } }; // prettier-ignore
    for (const result of [unknown, pending]) {
      const output = formatResult(result as unknown as CaptureResult, 'Next: ask');
      expect(output).not.toMatch(/[^\n\P{C}]|[\p{Zl}\p{Zp}]/u);
      expect(output).toContain('99\\u{d}\\u{1b}[2K');
      // A pending result has two more: its meaning and the next step. Lines that go on are indented deeper.
      const facts = output.split('\n').filter((line) => !line.startsWith('    '));
      expect(facts).toHaveLength(result === pending ? 7 : 5);
    }
  });

  test('JSON on the terminal shows what JSON.stringify leaves as it is, and parses to the same', () => {
    const output = printedJson({ code: FORGED });
    expect(output).not.toMatch(/[^\n\P{C}]|[\p{Zl}\p{Zp}]/u);
    expect(JSON.parse(output)).toEqual({ code: FORGED });
  });
});
