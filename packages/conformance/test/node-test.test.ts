import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CLAUSES } from '../src/index.ts';
import { toySubject } from './toy-subject.ts';

const PROGRAM = join(import.meta.dirname, 'programs/node-test.ts');
/** A preload that makes every import of vitest fail. */
const WITHOUT_VITEST = `import { registerHooks } from 'node:module';
registerHooks({
  resolve(specifier, context, next) {
    if (/^vitest(?:\\/|$)/.test(specifier)) throw new Error('vitest was loaded');
    return next(specifier, context);
  },
});`;

/** Runs Node in a process of its own, as a project without vitest would, and returns the exit code and the output. */
function runNode(...args: readonly string[]): Promise<{ readonly code: number; readonly output: string }> {
  const environment = Object.entries(process.env).filter(([name]) => !/^(?:VITEST|NODE_TEST)/.test(name));
  const flags = [
    '--conditions=@capture/source',
    '--no-warnings',
    `--import=data:text/javascript,${encodeURIComponent(WITHOUT_VITEST)}`,
  ];
  const options = { env: Object.fromEntries(environment), maxBuffer: 2 ** 26 };
  return new Promise((resolve) => {
    execFile(process.execPath, [...flags, ...args], options, (error, stdout, stderr) => {
      resolve({ code: error ? 1 : 0, output: stdout + stderr });
    });
  });
}

const failed = (report: string): string[] =>
  [...report.matchAll(/^ *not ok \d+ - ([A-Z]\d+)(?:\.\d+)? /gm)].map(([, number = '']) => number);

test('node:test runs the whole contract and the fuzzing, without vitest', { timeout: 180_000 }, async () => {
  const cases = CLAUSES.flatMap((clause) => clause.cases(toySubject));
  const { code, output } = await runNode('--test-reporter=tap', PROGRAM);
  expect(failed(output)).toEqual([]);
  expect(code, output.slice(-2000)).toBe(0);
  expect(output).toContain('no mutated response is believed beyond its content');
  expect(output).toContain(`# pass ${cases.length + 1}\n`);
});

test('a broken clause fails in node:test', { timeout: 60_000 }, async () => {
  const { code, output } = await runNode('--test-reporter=tap', '--test-name-pattern=^[KN]\\d', PROGRAM, 'another');
  expect(code).toBe(1);
  expect(new Set(failed(output))).toEqual(new Set(['K1', 'N1']));
});

test('describeProvider without vitest and without a runner names what it needs', { timeout: 60_000 }, async () => {
  const kit = JSON.stringify(new URL('../src/index.ts', import.meta.url));
  const program = `import { describeProvider } from ${kit}; describeProvider({ id: 'any' });`;
  const { code, output } = await runNode('--input-type=module', '--eval', program);
  expect(code).toBe(1);
  expect(output).toContain('describeProvider needs vitest, or the `describe` and `test` of another runner');
});
