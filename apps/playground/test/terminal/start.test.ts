import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../../src/accounts/usage-error.ts';
import { startCommand } from '../../src/terminal/start-command.ts';
import { startOptions } from '../../src/terminal/start-options.ts';
import { withPage } from './with-page.ts';

async function start(args: readonly string[], page = '/nowhere') {
  const printed: string[] = [];
  const refused: string[] = [];
  const exitCode = await startCommand(args, {}, { page, out: (text) => printed.push(text), err: (text) => refused.push(text) }); // prettier-ignore
  return { exitCode, printed: printed.join('\n'), refused: refused.join('\n') };
}

describe('the options of start', () => {
  test.each([
    ['--prot=5000', '--port'],
    ['--onec', '--once'],
    ['--lives', '--live'],
    ['--hlep', '--help'],
  ])('%s is refused with a suggestion before anything starts, and is not repeated', async (typed, meant) => {
    const { exitCode, printed, refused } = await start([typed]);
    expect(exitCode).toBe(2);
    expect(printed).toBe('');
    expect(refused).toContain(`Did you mean ${meant}?`);
    expect(refused).not.toContain(typed);
  });

  test('an option that resembles none is refused with the list of all', async () => {
    const { exitCode, refused } = await start(['--bogus']);
    expect(exitCode).toBe(2);
    expect(refused).not.toContain('Did you mean');
    expect(refused).toContain('--port, --open, --once, --wide, --live, --help');
  });

  test.each([
    ['a word', ['help']],
    ['a port that is none', ['--port', '70000']],
    ['a port in words', ['--port', 'five']],
    ['a port without its value', ['--port']],
    ['a page after the end', ['--once', '--open']],
    ['an address of live captures in the process list', ['--live', '--open']],
  ])('%s is a usage error', async (_case, args) => {
    expect(() => startOptions(args)).toThrow(UsageError);
    expect(await start(args)).toMatchObject({ exitCode: 2, printed: '' });
  });

  test('--help prints the usage with examples and starts nothing', async () => {
    const { exitCode, printed } = await start(['--help']);
    expect(exitCode).toBe(0);
    expect(printed).toMatch(/^Usage: start/);
    expect(printed).toContain('Examples:');
    expect(printed).not.toContain('captures as expected');
  });

  test('--once ends after the results', async () => {
    const { exitCode, printed } = await start(['--once']);
    expect(exitCode).toBe(0);
    expect(printed).toContain('captures as expected');
    expect(printed).not.toContain('http://');
  });

  test('a port that was named and is taken is not silently another one', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { exitCode, printed, refused } = await withPage((page) => start(['--port', String(port)], page));
    other.close();
    expect(exitCode).toBe(1);
    expect(refused).toContain(`Port ${port} is taken.`);
    expect(printed).not.toContain('http://');
  });
});
