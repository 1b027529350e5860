import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outcome, run } from '../../workspace/run.ts';
import { providerPackages } from '../../workspace/workspace.ts';
import { OLDEST_TYPESCRIPT, TYPESCRIPTS } from '../../workspace/compilers.ts';
import { give, makeProject, type Project } from '../../workspace/consumer-project.ts';
import { noteConsumer } from '../../workspace/observations.ts';
import { OLDEST_NODE, OUTSIDE, typescript } from '../../workspace/outside-tools.ts';

// The packages installed from their tarballs, in each kind of project that a team may have.
const WEB = { lib: ['es2022', 'dom', 'dom.iterable'], types: [] };
const NODE = { lib: ['es2022'], types: ['node'] };
const STRICT = { strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true };
const NODENEXT = { module: 'nodenext', moduleResolution: 'nodenext' };
const NODE16 = { module: 'node16', moduleResolution: 'node16' };
const BUNDLER = { module: 'esnext', moduleResolution: 'bundler' };
// Without a look at `exports`. TypeScript 6.0 calls it deprecated, and an older one does not know that option.
const NODE10 = { module: 'commonjs', moduleResolution: 'node10' };

/** The compiler's errors in a project under these options. */
async function errorsOf({ folder }: Project, version: string, options: object): Promise<string> {
  const config = { compilerOptions: { noEmit: true, target: 'es2022', ...STRICT, ...options }, files: ['typed.ts'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  return (await outcome(process.execPath, [typescript(version)], { cwd: folder })).output;
}

describe('TypeScript', () => {
  let project: Project;
  beforeAll(async () => {
    project = await makeProject({ others: { '@types/node': '^22.0.0' } });
    give(project, 'projects/typed.ts', 'typed.ts');
  });
  afterAll(() => {
    project.remove();
  });

  test.each(TYPESCRIPTS)('%s: NodeNext and bundler resolution, in the browser and in Node', async (version) => {
    for (const resolution of [NODENEXT, BUNDLER]) {
      for (const environment of [WEB, NODE]) {
        expect(await errorsOf(project, version, { ...resolution, ...environment, skipLibCheck: true })).toBe('');
      }
    }
  });

  // TypeScript 5.0 reports errors in valibot's own declarations, so that its users have to skip them.
  test.each(['5.2', '6.0'])('%s also checks the declarations themselves', async (version) => {
    for (const resolution of [NODENEXT, BUNDLER]) {
      expect(await errorsOf(project, version, { ...resolution, ...WEB, skipLibCheck: false })).toBe('');
    }
  });

  test('without exactOptionalPropertyTypes and without strict it compiles too', async () => {
    const loose = { exactOptionalPropertyTypes: false, noUncheckedIndexedAccess: false, skipLibCheck: true };
    expect(await errorsOf(project, OLDEST_TYPESCRIPT, { ...NODENEXT, ...WEB, ...loose })).toBe('');
  });
});

describe('TypeScript that is compiled to CommonJS', () => {
  let project: Project;
  beforeAll(async () => {
    project = await makeProject({ others: { '@types/node': '^22.0.0' }, type: 'commonjs' });
    give(project, 'projects/typed.ts', 'typed.ts');
  });
  afterAll(() => {
    project.remove();
  });

  test.each(TYPESCRIPTS)('%s: node16, nodenext and node10 resolution', async (version) => {
    const silent = version === '6.0' ? { ignoreDeprecations: '6.0' } : {};
    for (const resolution of [NODE16, NODENEXT, { ...NODE10, ...silent }])
      expect(await errorsOf(project, version, { ...resolution, ...NODE, skipLibCheck: true })).toBe('');
    noteConsumer(`TypeScript ${version}`, 'node16, nodenext, bundler; node10');
  });

  test.each(['5.2', '6.0'])('%s also checks the declarations themselves', async (version) => {
    expect(await errorsOf(project, version, { ...NODE16, ...WEB, skipLibCheck: false })).toBe('');
  });
});

describe('JavaScript', () => {
  let project: Project;
  beforeAll(async () => {
    project = await makeProject({});
    give(project, 'projects/plain.js', 'plain.js');
  });
  afterAll(() => {
    project.remove();
  });

  test('plain modules run, and editors know their types', async () => {
    const printed = await run(OLDEST_NODE, ['plain.js'], { cwd: project.folder });
    expect(printed.trim()).toBe('https://shop.payfull.com/integration/api/v1 string clientIp');
    const options = { noEmit: true, checkJs: true, allowJs: true, target: 'es2022', ...STRICT, ...NODENEXT, ...WEB };
    const config = { compilerOptions: { ...options, skipLibCheck: true }, files: ['plain.js'] };
    writeFileSync(join(project.folder, 'tsconfig.json'), JSON.stringify(config));
    const { output } = await outcome(process.execPath, [typescript(OLDEST_TYPESCRIPT)], { cwd: project.folder });
    // Without @types/node the console is that of the browser.
    expect(output).toBe('');
    noteConsumer('Plain JavaScript', 'modules, checked by TypeScript');
  });

  test('a bundle for browsers and workers needs nothing from Node', async () => {
    const esbuild = join(OUTSIDE, 'node_modules/.bin/esbuild');
    const args = ['plain.js', '--bundle', '--format=esm', '--platform=browser', '--outfile=bundle.js'];
    await run(esbuild, args, { cwd: project.folder });
    expect((await run(OLDEST_NODE, ['bundle.js'], { cwd: project.folder })).trim()).toContain('string clientIp');
    noteConsumer('Bundled', 'esbuild, platform browser');
  });
});

describe('one provider alone', () => {
  test.each(providerPackages())(
    '$name installs core, ky, valibot, @noble/hashes and nothing else',
    async ({ name }) => {
      const project = await makeProject({ packages: [name], with: 'npm' });
      try {
        const folder = join(project.folder, 'node_modules');
        const scoped = (scope: string) =>
          existsSync(join(folder, scope)) ? readdirSync(join(folder, scope)).map((one) => `${scope}/${one}`) : [];
        const installed = readdirSync(folder)
          .filter((one) => !one.startsWith('.'))
          .flatMap((one) => (one.startsWith('@') ? scoped(one) : [one]));
        expect(installed.sort()).toEqual(['@capture/core', name, '@noble/hashes', 'ky', 'valibot'].sort());
        const all = await run('npm', ['ls', '--all', '--parseable'], { cwd: project.folder });
        expect(all.trim().split('\n').filter((line) => line.includes('node_modules'))).toHaveLength(5); // prettier-ignore
        const load = `import('${name}').then((all) => console.log(Object.keys(all).filter((one) => one.startsWith('create')).length))`;
        expect((await run(OLDEST_NODE, ['-e', load], { cwd: project.folder })).trim()).toBe('1');
      } finally {
        project.remove();
      }
    },
  );
});
