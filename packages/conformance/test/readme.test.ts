import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
/** The code blocks that say which file they are. */
const files = [...readme.matchAll(/```ts\n\/\/ (\S+)\n(.*?)```/gs)].map(([, name = '', code = '']) => ({ name, code }));

/** Runs from source here, where a reader's own project has the packages installed. */
const config = `
const conditions = ['@capture/source', 'module', 'node', 'development|production'];
export default { resolve: { conditions }, ssr: { resolve: { conditions } }, test: { reporters: [['json', { outputFile: 'report.json' }]] } };
`;

interface Report {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly title: string; readonly status: string }[];
  }[];
}

const failed = ({ testResults }: Report): string[] =>
  testResults.flatMap((file) =>
    file.assertionResults.filter(({ status }) => status === 'failed').map(({ title }) => title),
  );

/** Writes the files of the README into a new folder, changed as told, and runs vitest there. */
async function follow(only = '', change: (code: string) => string = (code) => code): Promise<Report> {
  mkdirSync(join(root, 'reports'), { recursive: true });
  const folder = mkdtempSync(join(root, 'reports', 'readme-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'vitest.config.js'), config);
  install(folder);
  for (const { name, code } of files) {
    mkdirSync(join(folder, dirname(name)), { recursive: true });
    writeFileSync(join(folder, name), change(code));
  }
  const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
  // Where a test fails vitest ends with 1; the report says which.
  await promisify(execFile)(process.execPath, [vitest, 'run', '--root', folder, '-t', only], { cwd: folder }).catch(
    () => undefined,
  );
  return JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as Report;
}

/** What `npm install` of the README would do. */
function install(folder: string): void {
  mkdirSync(join(folder, 'node_modules/@capture'), { recursive: true });
  const packages = {
    '@capture/conformance': join(root, 'packages/conformance'),
    '@capture/core': join(root, 'packages/core'),
    valibot: join(root, 'packages/conformance/node_modules/valibot'),
    vitest: join(root, 'packages/conformance/node_modules/vitest'),
  };
  for (const [name, path] of Object.entries(packages))
    symlinkSync(path, join(folder, 'node_modules', name), 'junction');
}

test('the README, followed literally, writes a provider and proves it', { timeout: 180_000 }, async () => {
  expect(files.map(({ name }) => name)).toEqual(['src/acme.ts', 'src/acme.test.ts']);
  const report = await follow();
  expect(failed(report)).toEqual([]);
  expect(report.success).toBe(true);
  expect(report.numPassedTests).toBeGreaterThan(250);
});

test('and the mistakes that it names are found', { timeout: 180_000 }, async () => {
  const believed = await follow('O8', (code) => code.replace(/ +mustBe\('reference', .*\n/, ''));
  expect(failed(believed)).toEqual(['O8.2 another reference']);
  const rounded = await follow('M1', (code) => code.replace('amount: minor,', 'amount: Number(minor.toPrecision(3)),'));
  expect(failed(rounded)).toContain('M1.1 EUR, 2 decimals');
});
