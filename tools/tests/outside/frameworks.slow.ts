import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROVIDERS } from '../../../apps/playground/src/providers/index.ts';
import { EVERYTHING, give, makeProject, type Project } from '../../workspace/consumer-project.ts';
import { noteConsumer } from '../../workspace/observations.ts';
import { OLDEST_NODE, typescript } from '../../workspace/outside-tools.ts';
import { outcome, run } from '../../workspace/run.ts';
import { ROOT } from '../../workspace/workspace.ts';

// The packed packages beside the interceptors, test runners and loggers that users have. The programs of the two pages
// are run as they are printed there.
const OTHERS = {
  '@babel/core': '^7.0.0',
  '@babel/preset-env': '^7.0.0',
  '@jest/globals': '^30.0.0',
  '@types/node': '^22.0.0',
  'babel-jest': '^30.0.0',
  jest: '^30.0.0',
  msw: '^2.0.0',
  nock: '^14.0.0',
  pino: '^9.0.0',
  'serialize-error': '^13.0.0',
  winston: '^3.0.0',
};

/** The programs of a page, by the file name in their first line. */
const recipes = (page: string) =>
  [...readFileSync(join(ROOT, page), 'utf8').matchAll(/^```[jt]s\n\/\/ (\S+)\n([\s\S]*?)^```$/gm)].map(
    ([, file = '', code = '']) => ({ page, file, code }),
  );
const files = ['docs/testing.md', 'docs/logging.md'].flatMap(recipes);
const programs = files.filter(({ file }) => file.endsWith('.ts'));

let project: Project;
beforeAll(async () => {
  project = await makeProject({ packages: [...EVERYTHING, '@capture/sandbox'], others: OTHERS });
  for (const { file, code } of files) writeFileSync(join(project.folder, file), code);
  const imports = PROVIDERS.map(({ id }) => `import * as ${id} from '@capture/${id}';`);
  const list = PROVIDERS.map(({ id }) => id).join(', ');
  writeFileSync(join(project.folder, 'packages.js'), `${imports.join('\n')}\nexport default { ${list} };\n`);
  for (const file of ['run-plan.js', 'intercept.js', 'logged.js']) give(project, `programs/${file}`, file);
});
afterAll(() => {
  project.remove();
});

describe('the programs of the pages', () => {
  test('there are as many as the pages promise', () => {
    expect(programs.map(({ file }) => file).sort()).toEqual(
      ['msw.ts', 'nock.ts', 'node-transport.ts', 'pino.ts', 'winston.ts', 'workers.ts'].sort(),
    );
  });

  test('compile', async () => {
    const strict = { strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true };
    const options = { noEmit: true, target: 'es2023', module: 'nodenext', types: ['node'], skipLibCheck: true };
    const config = { compilerOptions: { ...options, ...strict }, files: programs.map(({ file }) => file) };
    writeFileSync(join(project.folder, 'tsconfig.json'), JSON.stringify(config));
    expect((await outcome(process.execPath, [typescript('6.0')], { cwd: project.folder })).output).toBe('');
  });

  test.each(programs)('$page: $file prints what it promises', async ({ file, code }) => {
    const [, promised = 'nothing is promised'] = /^\/\/ Prints: (.+)$/m.exec(code) ?? [];
    // Without the warning that an interceptor may print to stderr.
    const output = await run(OLDEST_NODE, ['--no-warnings', file], { cwd: project.folder });
    expect(output.trim().split('\n')).toEqual(promised.split(', '));
  });
});

describe('jest', () => {
  const jest = (node: string, flags: readonly string[], file: string, ...args: readonly string[]) =>
    outcome(node, [...flags, '--no-warnings', 'node_modules/jest/bin/jest.js', file, ...args], { cwd: project.folder });
  const modules = ['--experimental-vm-modules'];
  const plain = ['--config', '{"transform":{}}'];

  test('as modules', async () => {
    const { code, output } = await jest(OLDEST_NODE, modules, 'capture.test.js', ...plain);
    expect(output).toContain('2 passed');
    expect(code).toBe(0);
  });

  test('with babel', async () => {
    const { code, output } = await jest(OLDEST_NODE, [], 'capture.test.js', '--config', 'jest.config.js');
    expect(output).toContain('2 passed');
    expect(code).toBe(0);
    noteConsumer('jest 30, import', 'as modules, with babel');
  });
});

describe.each([
  ['msw', 2],
  ['nock', 14],
] as const)('%s %i', (tool, version) => {
  const FAULTS = ['none', 'refuse', 'drop-before-commit', 'commit-then-drop', 'cut-body', 'html-502', 'hang', 'unauthorized', 'rate-limited', 'redirect'] as const; // prettier-ignore
  type Outcome = Readonly<Record<'status' | 'code' | 'detail', string>> & Readonly<Record<'captures' | 'requests', number>>; // prettier-ignore
  const intercept = async (transport: string) => {
    const steps = FAULTS.flatMap((fault) => PROVIDERS.map(({ id, sample }) => ({ id, fault, request: sample })));
    writeFileSync(join(project.folder, 'plan.json'), JSON.stringify(steps));
    const output = await run(OLDEST_NODE, ['--no-warnings', 'intercept.js', tool, transport], { cwd: project.folder });
    type Reported = Readonly<Record<'id' | 'fault', string>> & Readonly<Record<'intercepted' | 'direct', Outcome>>;
    return JSON.parse(output.trim().split('\n').at(-1) ?? '') as readonly Reported[];
  };

  test(
    'the default transport gives the results that it gives over the sandbox itself',
    { timeout: 120_000 },
    async () => {
      const reported = await intercept('default');
      expect(reported).toHaveLength(FAULTS.length * PROVIDERS.length);
      for (const { id, fault, intercepted, direct } of reported) {
        const { status, captures, requests } = direct;
        // A refused connection is proven by its error, which nock passes on and msw replaces.
        const hidden = fault === 'refuse' && tool === 'msw';
        const expected = { captures, requests, status: hidden ? 'unknown' : status };
        expect(intercepted, `${id}, ${fault}`).toMatchObject(expected);
      }
      for (const { id, expected } of PROVIDERS) {
        const captured = reported.find((one) => one.id === id && one.fault === 'none');
        expect(captured?.intercepted.status, id).toBe(expected);
      }
      noteConsumer(`${tool} ${version}`, 'the default transport');
    },
  );

  test('the transport for servers sends nothing, and says which one to use', async () => {
    for (const { id, intercepted } of await intercept('node')) {
      const expected = { status: 'unsent', code: 'connection_failed', detail: 'intercepted', requests: 0 };
      expect(intercepted, id).toMatchObject(expected);
    }
  });
});

test('loggers take everything that a caller receives, and lose nothing of it', async () => {
  const output = await run(OLDEST_NODE, ['logged.js'], { cwd: project.folder });
  // 17 ways for 17 kinds of results, errors and events. winston writes its level on the error that it is given.
  expect(JSON.parse(output)).toEqual({ tried: 17 * 17, level: 'error', lost: [] });
  noteConsumer('pino 9, winston 3', 'results, errors, events of hooks');
});
