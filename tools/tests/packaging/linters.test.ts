import { describe, expect, test } from 'vitest';
import { outcome } from '../../workspace/run.ts';
import { publishedPackages, ROOT } from '../../workspace/workspace.ts';
import { tarballs } from '../../workspace/tarballs.ts';

const bin = (name: string) => `${ROOT}/node_modules/.bin/${name}`;

describe.each(publishedPackages())('$name', ({ name, manifest }) => {
  test('publint reports no problem in the tarball', { timeout: 240_000 }, async () => {
    const { code, output } = await outcome(bin('publint'), ['run', (await tarballs()).get(name) ?? '', '--strict'], {
      cwd: ROOT,
    });
    expect(output).toContain('All good!');
    expect(code, output).toBe(0);
  });

  test('its types resolve the way its code does, for every entrance', { timeout: 240_000 }, async () => {
    const args = [(await tarballs()).get(name) ?? '', '--no-color', '--format', 'ascii'];
    const { code, output } = await outcome(bin('attw'), args, { cwd: ROOT });
    const entrances = Object.keys(manifest.exports ?? {}).length;
    for (const resolution of ['node10', 'node16 (from CJS)', 'node16 (from ESM)', 'bundler'])
      expect(
        output.split('\n').filter((line) => line.startsWith(`${resolution}: 🟢`)),
        output,
      ).toHaveLength(entrances);
    expect(code, output).toBe(0);
  });
});

test('knip finds nothing unused in the workspace', { timeout: 240_000 }, async () => {
  const { code, output } = await outcome(
    bin('knip'),
    ['--no-progress', '--config', 'tools/tests/packaging/knip.jsonc'],
    { cwd: ROOT },
  );
  expect(output).toBe('');
  expect(code).toBe(0);
});
