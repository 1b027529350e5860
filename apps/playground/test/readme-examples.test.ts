import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { statusSwitches } from '@capture/testing';

// Every TypeScript example of every README is compiled with the project's own settings and run as a program.
const root = join(import.meta.dirname, '../../..');
const folder = join(import.meta.dirname, '../readme-examples');

// The README of the kit builds a provider in several files; its own test runs them.
const packages = readdirSync(join(root, 'packages')).filter((name) => name !== 'conformance');
const readmes = ['README.md', ...packages.map((name) => `packages/${name}/README.md`)];
const examples = readmes.flatMap((readme) =>
  [...readFileSync(join(root, readme), 'utf8').matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code = ''], index) => ({
    name: `${readme} example ${index + 1}`,
    file: `${readme.replace(/\W+/g, '-')}-${index + 1}.ts`,
    code,
  })),
);

/** The settings of this project, without one rule that users need not share: no `process.env.NAME`. */
const TSCONFIG = {
  extends: '../../../tsconfig.json',
  compilerOptions: { noPropertyAccessFromIndexSignature: false },
  include: ['*.ts'],
};

/** Each example with a `switch` over a status, once for each status, without the case of that status. */
const forgetful = examples.flatMap(({ name, file, code }) =>
  statusSwitches(code).flatMap(({ cases, without }) =>
    cases.map((status) => ({
      name: `${name} without "${status}"`,
      file: file.replace(/\.ts$/, `-without-${status}.ts`),
      code: without(status),
    })),
  ),
);

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const { file, code } of examples) writeFileSync(join(folder, file), `${code}\nexport {};\n`);
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(TSCONFIG));
  mkdirSync(join(folder, 'forgetful'));
  for (const { file, code } of forgetful) writeFileSync(join(folder, 'forgetful', file), `${code}\nexport {};\n`);
  const config = { ...TSCONFIG, extends: `../${TSCONFIG.extends}`, include: ['*.ts'] };
  writeFileSync(join(folder, 'forgetful/tsconfig.json'), JSON.stringify(config));
});

/** An example for production names no sandbox. It runs with the sandbox in place of the network. */
const preloadOf = (code: string): string[] =>
  code.includes('@capture/sandbox')
    ? []
    : ['--import', pathToFileURL(join(import.meta.dirname, 'sandbox-network.ts')).href];

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the examples of the READMEs', () => {
  test('every README has at least one example', () => {
    for (const readme of readmes)
      expect(
        examples.some(({ name }) => name.startsWith(readme)),
        readme,
      ).toBe(true);
  });

  test('every example compiles', { timeout: 120_000 }, () => {
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' });
    expect(stdout).toBe('');
    expect(status).toBe(0);
  });

  test('no example compiles without the case of a status', { timeout: 120_000 }, () => {
    expect(forgetful.length).toBeGreaterThan(25); // five statuses, in the README of the repository and of each provider
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const { stdout } = spawnSync(process.execPath, [tsc, '-p', join(folder, 'forgetful')], { encoding: 'utf8' });
    const reported = stdout
      .split('\n')
      .filter((line) => line.includes("is not assignable to parameter of type 'never'"));
    expect(
      forgetful.filter(({ file }) => !reported.some((line) => line.includes(file))).map(({ name }) => name),
    ).toEqual([]);
  });

  test.each(examples)(
    '$name runs and prints the output that its comments promise',
    { timeout: 60_000 },
    ({ file, code }) => {
      const program = ['--conditions=@capture/source', ...preloadOf(code), join(folder, file)];
      const { stdout, stderr } = spawnSync(process.execPath, program, {
        encoding: 'utf8',
        env: { PATH: process.env['PATH'] },
      });
      expect(stderr).toBe('');
      const promised = [...code.matchAll(/console\.log\(.*\); \/\/ (.+)$/gm)].map(([, line]) => line);
      if (promised.length > 0) expect(stdout.trim().split('\n')).toEqual(promised);
    },
  );
});
