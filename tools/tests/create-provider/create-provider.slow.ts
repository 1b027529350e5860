import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyWorkspace } from '../../workspace/copy.ts';
import { filesIn } from '../../workspace/files.ts';
import { outcome, pnpm, run } from '../../workspace/run.ts';

// A new provider is made in a clone, with the command that a developer types. The template describes a tiny made-up protocol, so that to fill it in
// for the test is to take away the places that say what to fill in.
let clone: string;
const node = process.execPath;
const tool = (path: string) => join(clone, 'node_modules', path);
const vitest = (...filters: readonly string[]) =>
  outcome(node, [tool('vitest/vitest.mjs'), 'run', '--reporter=default', ...filters], { cwd: clone });
const ours = () =>
  [
    'packages/novapay',
    'packages/sandbox/src/providers/novapay',
    'protocol/novapay',
    'apps/playground/src/providers/novapay',
    '.changeset',
  ]
    .flatMap((folder) => filesIn(join(clone, folder)))
    .filter((file) => !file.includes('node_modules'));

beforeAll(async () => {
  clone = await copyWorkspace({ installed: 'not' });
  await pnpm(['install', '--prefer-offline', '--ignore-scripts', '--frozen-lockfile'], clone);
  await run(node, ['tools/create-provider/create-provider.ts', 'novapay', '--title', 'NovaPay'], { cwd: clone });
  await pnpm(['install', '--prefer-offline', '--ignore-scripts', '--no-frozen-lockfile'], clone);
}, 300_000);

afterAll(() => {
  rmSync(clone, { recursive: true, force: true });
});

describe('a new provider', () => {
  test('fails loudly until it is filled in', { timeout: 300_000 }, async () => {
    const rooms = await vitest('packages/novapay');
    expect(rooms.code).toBe(1);
    expect(rooms.output).toContain('FILL IN: packages/novapay/');
    const structure = await vitest('tools/tests/structure.test.ts');
    expect(structure.code).toBe(1);
    expect(structure.output).toContain('nothing that the template made is still to be filled in');
  });

  test('is refused a second time', { timeout: 60_000 }, async () => {
    const again = await outcome(node, ['tools/create-provider/create-provider.ts', 'novapay'], { cwd: clone });
    expect(again.code).toBe(1);
    expect(again.output).toContain('packages/novapay is there already');
  });

  test('filled in, it passes its tests, the kit of the contract and the structure', { timeout: 300_000 }, async () => {
    for (const file of ours()) {
      const text = readFileSync(file, 'utf8');
      const lines = text.replace(/^ *throw new Error\(\s*["'`]FILL IN[^;]*;\n\n?/gm, '').replaceAll('FILL IN: ', '');
      if (lines !== text) writeFileSync(file, lines);
    }
    const { code, output } = await vitest('packages/novapay', 'packages/sandbox', 'tools/tests/structure.test.ts');
    expect(code, output).toBe(0);
  });

  test('is in the playground: captured, described, looked up after a lost answer', { timeout: 300_000 }, async () => {
    const tests = ['terminal', 'fields', 'verdict-and-truth', 'lost-answers'];
    const { code, output } = await vitest(...tests.map((name) => `apps/playground/test/${name}.test.ts`), '-t', 'ova');
    expect(code, output).toBe(0);
    expect(output).toContain('NovaPay');
  });

  test('its types and its style are those of the others', { timeout: 300_000 }, async () => {
    const files = ours().map((file) => relative(clone, file)).filter((file) => /\.(?:ts|json|md)$/.test(file)); // prettier-ignore
    const prettier = await outcome(node, [tool('prettier/bin/prettier.cjs'), '--check', ...files], { cwd: clone });
    expect(prettier.output).toContain('All matched files use Prettier code style!');
    const config = join(clone, 'tsconfig.new.json');
    writeFileSync(
      config,
      JSON.stringify({
        extends: './tsconfig.json',
        include: ['packages/novapay', 'packages/sandbox', 'apps/playground/src/providers/novapay'],
      }),
    );
    const types = await outcome(node, [tool('typescript/bin/tsc'), '-p', config, '--noEmit'], { cwd: clone });
    expect(types.output).toBe('');
    const sources = files.filter((file) => file.endsWith('.ts'));
    const lint = await outcome(node, [tool('eslint/bin/eslint.js'), '--max-warnings=0', ...sources], { cwd: clone });
    expect(lint.output).toBe('');
  });

  test('no list in code was touched by hand: only generated ones know of it', async () => {
    const { output } = await outcome('git', ['diff', '--name-only', 'HEAD'], { cwd: clone });
    expect(output.trim().split('\n').sort()).toEqual([
      'apps/playground/package.json',
      'apps/playground/src/providers/list.ts',
      'packages/sandbox/README.md',
      'packages/sandbox/src/providers/index.ts',
      'packages/sandbox/src/state/provider-names.ts',
      'pnpm-lock.yaml',
    ]);
    expect((await outcome(node, ['tools/generate/provider-lists.ts', '--check'], { cwd: clone })).code).toBe(0);
  });
});
