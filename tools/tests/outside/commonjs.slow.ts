import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROVIDERS } from '../../../apps/playground/src/providers/index.ts';
import { EVERYTHING, give, makeProject, type Project } from '../../workspace/consumer-project.ts';
import { temporaryFolder } from '../../workspace/copy.ts';
import { noteConsumer } from '../../workspace/observations.ts';
import { OLDEST_NODE, OUTSIDE, typescript } from '../../workspace/outside-tools.ts';
import { outcome, run } from '../../workspace/run.ts';

// The packed packages in CommonJS projects, as installed: no flag, no transform of node_modules. Node may not load an
// ES module by `require` here, which only some of what runs CommonJS can.
const NO_ESM = ['--no-experimental-require-module', '--no-warnings'];
const OTHERS = {
  '@jest/globals': '^30.0.0',
  '@nestjs/common': '^11.0.0',
  '@nestjs/core': '^11.0.0',
  '@types/node': '^22.0.0',
  jest: '^30.0.0',
  'reflect-metadata': '^0.2.0',
  rxjs: '^7.0.0',
  'ts-jest': '^29.4.0',
  typescript: '~5.9.0',
};
/** The options of TypeScript before it read `exports`, which most back ends still have. */
const NODE10 = { target: 'es2022', module: 'commonjs', moduleResolution: 'node10', esModuleInterop: true, skipLibCheck: true, strict: true, types: ['node'] }; // prettier-ignore

const STATUSES = PROVIDERS.map(({ id, expected }) => `${id} ${expected} ${expected}`);

let project: Project;
beforeAll(async () => {
  const packages = [...EVERYTHING, '@capture/sandbox', '@capture/conformance'];
  project = await makeProject({ packages, others: OTHERS, type: 'commonjs' });
  const plan = PROVIDERS.map(({ id, factory, sample }) => ({ id, factory, request: sample }));
  writeFileSync(join(project.folder, 'plan.json'), JSON.stringify(plan));
  const list = PROVIDERS.map(({ id }) => `${id}: require('@capture/${id}')`).join(', ');
  writeFileSync(join(project.folder, 'packages.js'), `module.exports = { ${list} };\n`);
  for (const file of ['capture-everywhere.js', 'required.js', 'lambda.js', 'invoke.js', 'jest.test.js', 'nest.ts']) give(project, `projects/${file}`, file); // prettier-ignore
  // Under this name here, so that the tests of this repository do not take it for one of theirs.
  give(project, 'projects/payments.jest.ts', 'payments.test.ts');
});
afterAll(() => {
  project.remove();
});

const node = (...args: readonly string[]) => run(OLDEST_NODE, [...NO_ESM, ...args], { cwd: project.folder });
const jest = (...args: readonly string[]) =>
  outcome(OLDEST_NODE, [...NO_ESM, 'node_modules/jest/bin/jest.js', ...args], { cwd: project.folder });

test('require() loads every entrance, and no ES module with it', async () => {
  const reported: unknown = JSON.parse(await node('required.js'));
  expect(reported).toEqual({
    statuses: STATUSES,
    captures: PROVIDERS.length,
    exported: Array<string>(5).fill('function'),
    md5: 'd41d8cd98f00b204e9800998ecf8427e',
  });
  noteConsumer('CommonJS', '`require()` on Node 22, of no ES module');
});

test('a handler of AWS Lambda captures event by event', async () => {
  expect((await node('invoke.js')).trim()).toBe('200 captured 402');
  noteConsumer('AWS Lambda', '`exports.handler` in CommonJS');
});

test('jest runs it as installed', async () => {
  // Without a file of settings, so with every default of jest, its own transform of the test included.
  const { code, output } = await jest('jest.test.js');
  expect(output).toContain('3 passed');
  expect(code, output).toBe(0);
});

test('ts-jest runs it as installed', async () => {
  writeFileSync(join(project.folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: NODE10 }));
  const { code, output } = await jest('payments.test.ts', '--config', '{"preset":"ts-jest"}');
  expect(output).toContain('1 passed');
  expect(code, output).toBe(0);
  noteConsumer('jest 30', 'CommonJS as installed, ts-jest');
});

test('a NestJS back end compiles with decorators and node10 resolution, and captures', async () => {
  const decorators = { experimentalDecorators: true, emitDecoratorMetadata: true };
  const compilerOptions = { ...NODE10, ...decorators, outDir: 'compiled' };
  writeFileSync(join(project.folder, 'tsconfig.nest.json'), JSON.stringify({ compilerOptions, files: ['nest.ts'] }));
  const args = [typescript('5.9'), '-p', 'tsconfig.nest.json'];
  expect((await outcome(process.execPath, args, { cwd: project.folder })).output).toBe('');
  expect((await node('compiled/nest.js')).trim()).toBe('captured declined true 32');
  noteConsumer('NestJS 11', 'CommonJS, decorators, node10 resolution');
});

describe('esbuild, platform node', () => {
  let elsewhere: string;
  beforeAll(() => {
    elsewhere = temporaryFolder('bundle');
  });
  afterAll(() => {
    rmSync(elsewhere, { recursive: true, force: true });
  });

  test.each([
    ['cjs', 'bundle.cjs'],
    ['esm', 'bundle.mjs'],
  ])('a bundle in format %s runs away from node_modules', async (format, file) => {
    const outfile = join(elsewhere, file);
    // What esbuild makes of `require` in a module needs a `require`.
    const banner = `--banner:js=import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`; // prettier-ignore
    const args = ['required.js', '--bundle', `--format=${format}`, '--platform=node', `--outfile=${outfile}`];
    await run(join(OUTSIDE, 'node_modules/.bin/esbuild'), format === 'esm' ? [...args, banner] : args, { cwd: project.folder }); // prettier-ignore
    const reported: unknown = JSON.parse(await node(outfile));
    expect(reported).toMatchObject({ statuses: STATUSES, captures: PROVIDERS.length });
    noteConsumer('Bundled for Node', 'esbuild, platform node');
  });
});
