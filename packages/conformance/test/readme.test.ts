import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
/** The code blocks that name their file. */
const files = [...readme.matchAll(/```ts\n\/\/ (\S+)\n(.*?)```/gs)].map(([, name = '', code = '']) => ({ name, code }));

/** Runs from source; a reader's project has the packages installed. */
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

/** Writes the files of the README into a new folder, changed by `change`. */
function writeFiles(change: (code: string) => string = (code) => code): string {
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
  return folder;
}

/** Runs vitest in a folder that {@link writeFiles} made. */
async function runVitest(folder: string, only = ''): Promise<Report> {
  const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
  // vitest exits with 1 where a test fails; the report names it.
  await promisify(execFile)(process.execPath, [vitest, 'run', '--root', folder, '-t', only], { cwd: folder }).catch(
    () => undefined,
  );
  return JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as Report;
}

/** Links what the README installs. */
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

test('the provider in the README keeps the contract', { timeout: 180_000 }, async () => {
  expect(files.map(({ name }) => name)).toEqual([
    'src/acme.ts',
    'src/subject.ts',
    'src/acme.test.ts',
    'src/acme.node.ts',
  ]);
  const report = await runVitest(writeFiles());
  expect(failed(report)).toEqual([]);
  expect(report.success).toBe(true);
  expect(report.numPassedTests).toBeGreaterThan(250);
});

test('the provider in the README keeps the contract in node:test', { timeout: 180_000 }, async () => {
  const folder = writeFiles();
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:VITEST|NODE_TEST)/.test(name)));
  const flags = ['--conditions=@capture/source', '--no-warnings', '--test-reporter=tap'];
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, 'src/acme.node.ts'], {
    cwd: folder,
    env,
    maxBuffer: 2 ** 26,
  });
  expect(stdout).toContain('\n# fail 0\n');
  expect(Number(/^# pass (\d+)$/m.exec(stdout)?.[1])).toBeGreaterThan(250);
});

test('the mistakes that the README names are caught', { timeout: 180_000 }, async () => {
  const believed = writeFiles((code) => code.replace(/ +mustBe\('reference', .*\n/, ''));
  expect(failed(await runVitest(believed, 'O8'))).toEqual(['O8.2 another reference']);
  const rounded = writeFiles((code) => code.replace('amount: minor,', 'amount: Number(minor.toPrecision(3)),'));
  expect(failed(await runVitest(rounded, 'M1'))).toContain('M1.1 EUR, 2 decimals');
});
