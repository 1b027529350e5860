import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const examples = [...README.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code = '']) => code);

test('the README has examples', () => {
  expect(examples).toHaveLength(3);
});

test.each(examples.map((code, at) => [at + 1, code] as const))('example %i prints what it says', (_number, code) => {
  const expected = [...code.matchAll(/console\.log\(.*\); \/\/ (.+)$/gm)].map(([, line]) => line);
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=@capture/source', '--no-warnings', '--input-type=module-typescript'],
    { input: code, cwd: fileURLToPath(new URL('..', import.meta.url)), encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  expect(stdout.trim().split('\n')).toEqual(expected);
});
