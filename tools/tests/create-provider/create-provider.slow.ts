import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyWorkspace } from '../../workspace/copy.ts';
import { filesIn } from '../../workspace/files.ts';
import { outcome, pnpm, run } from '../../workspace/run.ts';
import { providerPackages } from '../../workspace/workspace.ts';

// A new provider is created in a clone, with the command that a developer types. The template describes a tiny made-up
// protocol, so filling it in for the test means removing the places that say what to fill in.
let clone: string;
const node = process.execPath;
const tool = (path: string) => join(clone, 'node_modules', path);
const vitest = (...filters: readonly string[]) =>
  outcome(node, [tool('vitest/vitest.mjs'), 'run', '--reporter=default', ...filters], { cwd: clone });
const generate = (...args: readonly string[]) =>
  outcome(node, ['--conditions=@capture/source', 'tools/generate/run.ts', ...args], { cwd: clone });
const BENCHMARK = 'tools/benchmarks/programs/ours/novapay.js';
const createdFiles = () =>
  [
    ...[
      'packages/novapay',
      'packages/sandbox/src/providers/novapay',
      'protocol/novapay',
      'apps/playground/src/providers/novapay',
      '.changeset',
    ].flatMap((folder) => filesIn(join(clone, folder))),
    join(clone, BENCHMARK),
  ].filter((file) => !file.includes('node_modules'));

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
    const modules = await vitest('packages/novapay');
    expect(modules.code).toBe(1);
    expect(modules.output).toContain('FILL IN: packages/novapay/');
    const structure = await vitest('tools/tests/structure.test.ts');
    expect(structure.code).toBe(1);
    expect(structure.output).toContain('nothing from the template is still to be filled in');
    expect(readFileSync(join(clone, BENCHMARK), 'utf8')).toContain('FILL IN');
    expect(structure.output).toContain(BENCHMARK);
  });

  test('is refused a second time', { timeout: 60_000 }, async () => {
    const again = await outcome(node, ['tools/create-provider/create-provider.ts', 'novapay'], { cwd: clone });
    expect(again.code).toBe(1);
    expect(again.output).toContain('packages/novapay already exists');
  });

  test('filled in, it passes its tests, the kit of the contract and the structure', { timeout: 300_000 }, async () => {
    for (const file of createdFiles()) {
      const content = readFileSync(file, 'utf8');
      const lines = content.replace(/^ *throw new Error\(\s*["'`]FILL IN[^;]*;\n\n?/gm, '').replaceAll('FILL IN: ', '');
      if (lines !== content) writeFileSync(file, lines);
    }
    const { code, output } = await vitest('packages/novapay', 'packages/sandbox', 'tools/tests/structure.test.ts');
    expect(code, output).toBe(0);
  });

  test('is in the playground: captured, described, looked up after a lost response', { timeout: 300_000 }, async () => {
    const tests = ['terminal', 'providers', 'fields', 'verdict-and-truth', 'lost-responses'];
    const { code, output } = await vitest(...tests.map((name) => `apps/playground/test/${name}.test.ts`), '-t', 'ova');
    expect(code, output).toBe(0);
    expect(output).toContain('NovaPay');
  });

  test('its style is that of the others', { timeout: 300_000 }, async () => {
    const files = createdFiles()
      .map((file) => relative(clone, file))
      .filter((file) => /\.(?:ts|js|json|md)$/.test(file));
    const prettier = await outcome(node, [tool('prettier/bin/prettier.cjs'), '--check', ...files], { cwd: clone });
    expect(prettier.output).toContain('All matched files use Prettier code style!');
    const sources = files.filter((file) => /\.(?:ts|js)$/.test(file));
    const lint = await outcome(node, [tool('eslint/bin/eslint.js'), '--max-warnings=0', ...sources], { cwd: clone });
    expect(lint.output).toBe('');
  });

  test('the whole repository compiles with it', { timeout: 300_000 }, async () => {
    const types = await outcome(node, [tool('typescript/bin/tsc'), '--noEmit'], { cwd: clone });
    expect(types.output).toBe('');
  });

  test('no list in code was touched by hand: only generated ones know of it', { timeout: 60_000 }, async () => {
    const { output } = await outcome('git', ['diff', '--name-only', 'HEAD'], { cwd: clone });
    expect(output.trim().split('\n').sort()).toEqual([
      'apps/playground/package.json',
      'apps/playground/src/providers/list.ts',
      'packages/sandbox/README.md',
      'packages/sandbox/src/providers/index.ts',
      'packages/sandbox/src/state/provider-names.ts',
      'pnpm-lock.yaml',
    ]);
    expect(await generate('provider-lists', '--check')).toMatchObject({ code: 0 });
  });

  test('it has a column in docs/providers.md as soon as it passes the contract', { timeout: 60_000 }, async () => {
    const passed = (id: string) => ({
      name: `packages/${id}/src/conformance.test.ts`,
      assertionResults: [{ title: 'A1 a clause', status: 'passed' }],
    });
    const report = (ids: readonly string[]) => {
      mkdirSync(join(clone, 'reports'), { recursive: true });
      writeFileSync(join(clone, 'reports/some.json'), JSON.stringify({ testResults: ids.map(passed) }));
      return generate('providers', '--report', 'reports/some.json');
    };
    const others = providerPackages().map(({ id }) => id);
    expect((await report(others)).output).toContain('does not show that novapay keeps the contract');
    expect(await report([...others, 'novapay'])).toMatchObject({ code: 0 });
    expect(readFileSync(join(clone, 'docs/providers.md'), 'utf8')).toContain('`novapay`');
  });

  test('it is mutated, measured in size and benchmarked', { timeout: 60_000 }, async () => {
    const configuration = async (expression: string) =>
      JSON.parse(await run(node, ['--input-type=module', '-e', `console.log(JSON.stringify(${expression}))`], { cwd: clone })) as unknown; // prettier-ignore
    const of = (file: string) => `(await import('./${file}')).default`;
    expect(await configuration(`${of('tools/mutation/stryker.config.js')}.mutate`)).toContain(
      'packages/novapay/src/{outcome,sign,webhook}.ts',
    );
    expect(await configuration(of('tools/size/size-limit.config.js'))).toContainEqual(
      expect.objectContaining({ name: '@capture/novapay with all it needs, on Node' }),
    );
    const contenders = await configuration(`(await import('./tools/benchmarks/contenders.ts')).CONTENDERS`);
    expect(contenders).toContainEqual(expect.objectContaining({ program: 'ours/novapay' }));
  });
});
