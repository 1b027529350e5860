import { createHmac } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROVIDERS } from '../src/providers/index.ts';
import { captureCommand } from '../src/terminal/capture-command.ts';
import { runDemo } from '../src/terminal/demo.ts';

const run = (line: string, environment: NodeJS.ProcessEnv = {}) => captureCommand(line.split(' '), environment);

describe('the main job', () => {
  test('captures at each provider, loses each response once, and finds every capture as expected', async () => {
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
  test.each(PROVIDERS)('captures the sample of $id', async ({ id, expected }) => {
    const { output, exitCode } = await run(id);
    expect(exitCode).toBe(0);
    expect(output).toContain(`${id}: ${expected}`);
  });

  test('takes fields by name, the amount in major units', async () => {
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

  test('--dry-run shows the text that is signed', async () => {
    expect((await run('payfull --dry-run')).output).toContain('523.02');
  });

  test('--fault ends in the verdict that the fault deserves, with a way back', async () => {
    const { output, exitCode } = await run('payfull --fault commit-then-drop');
    expect(exitCode).toBe(1);
    expect(output).toContain('payfull: unknown');
    expect(output).toContain('look it up with');
  });

  test('--help explains the command and the fields of a provider', async () => {
    expect((await run('--help')).output).toContain('Usage: capture');
    expect((await run('firstoken --help')).output).toContain('FIRSTOKEN_API_KEY');
  });

  test.each([
    ['an unknown provider', 'nobody'],
    ['an unknown fault', 'payfull --fault nonsense'],
    ['an unknown option', 'payfull --nonsense'],
    ['a field without a value', 'payfull amount'],
    ['a field that the provider does not have', 'payfull vendor=x'],
    ['an amount with a comma', 'payfull amount=23,02'],
    ['a credential as an argument', 'payfull password=hunter2hunter2'],
    ['a card as an argument', 'pockyt card={"number":"5425233430109903"}'],
    ['a part of a card as an argument', 'pockyt card.number=5425233430109903'],
    ['a fault at a real endpoint', 'payfull --live --fault hang'],
    ['a real endpoint without credentials', 'payfull --live'],
  ])('%s is a mistake in the call: exit 2, and no value repeated', async (_what, line) => {
    const { output, exitCode } = await run(line);
    expect(exitCode).toBe(2);
    expect(output).not.toMatch(/hunter2|23,02|5425/);
  });
});

test('says why a card is not taken from the command line, and in --help where it comes from', async () => {
  expect((await run('pockyt card.number=5425233430109903')).output).toContain(
    'the shell’s history and the process list',
  );
  expect((await run('--help')).output).toContain('CARD_NUMBER');
});

describe('capture explain', () => {
  const fields = 'type=Capture total=23.02';

  test('without fields has nothing to sign: it shows how it is used', async () => {
    const { output, exitCode } = await run('explain payfull');
    expect(exitCode).toBe(2);
    expect(output).toContain('Usage: capture explain');
  });

  test.each([
    ['pockyt', 32],
    ['payfull', 64],
  ])('says of a text that cannot be a signature of %s that it has %i hexadecimal characters', async (id, length) => {
    const { output, exitCode } = await run(`explain ${id} amount=1 --theirs abc`);
    expect(exitCode).toBe(2);
    expect(output).toContain(`${length} hexadecimal characters`);
  });

  test('takes a signature apart', async () => {
    const { output, exitCode } = await run(`explain payfull ${fields}`);
    expect(exitCode).toBe(0);
    expect(output).toContain('523.027Capture');
  });

  test('says that a right signature is right, with the secret of the environment', async () => {
    const theirs = createHmac('sha256', 'pw').update('523.027Capture').digest('hex');
    const { output } = await run(`explain payfull ${fields} --theirs ${theirs}`, { PAYFULL_PASSWORD: 'pw' });
    expect(output).toContain('The signature is right.');
    expect(output).not.toContain(theirs);
  });

  test('names the mistake behind a wrong one', async () => {
    const theirs = createHmac('sha1', 'pw').update('523.027Capture').digest('hex');
    const { output, exitCode } = await run(`explain payfull ${fields} --theirs ${theirs}`, { PAYFULL_PASSWORD: 'pw' });
    expect(exitCode).toBe(0);
    expect(output).toContain('SHA-1');
  });

  test('does not guess', async () => {
    const { output, exitCode } = await run(`explain pockyt amount=300 --theirs ${'0'.repeat(32)}`);
    expect(exitCode).toBe(1);
    expect(output).toContain('Not found');
  });

  test('a provider that does not sign has nothing to explain', async () => {
    expect(await run('explain firstoken a=b')).toMatchObject({ exitCode: 2 });
  });
});

describe('credentials of a real account', () => {
  const folder = mkdtempSync(join(tmpdir(), 'capture-'));
  const content = JSON.stringify({ merchant: 'shop', password: 'canary-password', baseUrl: 'https://nobody.invalid' });

  test('come from the environment', async () => {
    const environment = {
      PAYFULL_MERCHANT: 'shop',
      PAYFULL_PASSWORD: 'pw',
      PAYFULL_BASE_URL: 'https://nobody.invalid',
    };
    const { output, exitCode } = await run('payfull --live --dry-run', environment);
    expect(exitCode).toBe(0);
    expect(output).toContain('POST https://nobody.invalid/integration/api/v1');
  });

  test('or from a file that nobody else can read', async () => {
    const file = join(folder, 'own.json');
    writeFileSync(file, content, { mode: 0o600 });
    const { output } = await run(`payfull --live --dry-run --credentials ${file}`);
    expect(output).toContain('POST https://nobody.invalid');
    expect(output).not.toContain('canary-password');
  });

  test.skipIf(process.platform === 'win32')('a file that others can read is refused', async () => {
    const file = join(folder, 'open.json');
    writeFileSync(file, content, { mode: 0o644 });
    expect(await run(`payfull --live --credentials ${file}`)).toMatchObject({ exitCode: 2 });
  });

  test('an unreachable host is unsent', async () => {
    const file = join(folder, 'gone.json');
    writeFileSync(file, content, { mode: 0o600 });
    const { output, exitCode } = await run(`payfull --live --credentials ${file}`);
    expect(exitCode).toBe(1);
    expect(output).toContain('payfull: unsent');
  });
});
