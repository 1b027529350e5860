import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { captureCommand } from '../../src/terminal/capture-command.ts';
import { coloured, showsColour } from '../../src/terminal/colour.ts';
import { runDemo } from '../../src/terminal/demo.ts';
import { START_HELP } from '../../src/terminal/start-options.ts';

const run = (line: string, stdin = '', environment: NodeJS.ProcessEnv = {}) =>
  captureCommand(line.split(' '), environment, () => new TextEncoder().encode(stdin));

const widest = (output: string) => Math.max(...output.split('\n').map((line) => line.length));

test.each(['--help', 'explain --help', 'lookup --help', 'webhook --help', 'payfull --fault other-amount'])(
  'capture %s fits 80 columns',
  async (line) => {
    const { output } = await run(line);
    // The next step is a single line in any case: it may be a command to paste.
    expect(widest(output.replace(/^Next: .*$/m, ''))).toBeLessThanOrEqual(80);
  },
);

test.each(['--help', 'explain --help', 'lookup --help', 'webhook --help'])('%s has examples', async (line) => {
  expect((await run(line)).output).toContain('Examples:\n  capture ');
});

test('start fits 80 columns; --wide has the rest', async () => {
  expect(widest(START_HELP)).toBeLessThanOrEqual(80);
  const narrow = (await runDemo()).output;
  expect(widest(narrow)).toBeLessThanOrEqual(80);
  expect(narrow).not.toContain('capture id');
  expect((await runDemo({ wide: true })).output).toContain('capture id');
});

test('colour is for terminals, and not with NO_COLOR', () => {
  expect(showsColour({ isTTY: true }, {})).toBe(true);
  expect(showsColour({}, {})).toBe(false);
  expect(showsColour({ isTTY: true }, { NO_COLOR: '1' })).toBe(false);
  expect(showsColour({ isTTY: true }, { TERM: 'dumb' })).toBe(false);
});

test('only marks and statuses are coloured', () => {
  expect(coloured('payfull: unknown, requested 1\n  ✗ a: ✓ captured')).toBe(
    'payfull: \u001b[33munknown\u001b[0m, requested 1\n  \u001b[31m✗\u001b[0m a: ✓ captured',
  );
});

const SIGNED = '523.027Capture';
const signature = createHmac('sha256', 'pw').update(SIGNED).digest('hex');

test.each([
  ['form-encoded', 'type=Capture&total=23.02'],
  ['JSON', '{"type":"Capture","total":"23.02"}'],
])('explain reads a %s body from stdin, and prints its result first', async (_case, body) => {
  const { output, exitCode } = await run(`explain payfull - --signature ${signature}`, body, {
    PAYFULL_PASSWORD: 'pw',
  });
  expect(output).toMatch(/^The signature is right\./);
  expect(exitCode).toBe(0);
});

test.each(['', '{"total":23.50}', '{"total":', 'cardNo=5425233430109903&total=1'])(
  'a body that cannot be explained is a usage error: %s',
  async (body) => {
    const { output, exitCode } = await run('explain payfull -', body);
    expect(exitCode).toBe(2);
    expect(output).not.toContain('5425');
  },
);
