import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../workspace/copy.ts';
import { filesIn } from '../../workspace/files.ts';
import { run } from '../../workspace/run.ts';
import { publishedPackages, readManifest, ROOT } from '../../workspace/workspace.ts';
import { tarballs } from '../../workspace/tarballs.ts';
import { definitionsOf } from './definitions.ts';

// These tests read the tarball that a user downloads, not the files of the workspace.
const unpacked = temporaryFolder('unpacked');

beforeAll(async () => {
  for (const [name, tarball] of await tarballs()) {
    const folder = join(unpacked, name);
    mkdirSync(folder, { recursive: true });
    await run('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1'], { cwd: unpacked });
  }
}, 240_000);

afterAll(() => {
  rmSync(unpacked, { recursive: true, force: true });
});

describe.each(publishedPackages())('the tarball of $name', ({ name, id, folder }) => {
  const at = join(unpacked, name);
  const files = () => filesIn(at).map((file) => relative(at, file).replaceAll('\\', '/'));

  test('holds the build, its sources, the licence, the README and the changelog, and nothing else', () => {
    expect(files()).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'CHANGELOG.md', 'package.json']));
    const others = files().filter((file) => !/^(?:LICENSE|README\.md|CHANGELOG\.md|package\.json)$/.test(file));
    expect(others.length).toBeGreaterThan(1);
    for (const file of others) expect(file).toMatch(/^(?:dist\/.+\.(?:js|d\.ts)(?:\.map)?|src\/.+\.ts)$/);
    for (const file of others) expect(file).not.toMatch(/\.(?:test|spec)\.|(?:^|\/)tests?\//);
  });

  test('holds the source of every built file, and a map from each to it', () => {
    const named = (folder: string, ending: string) =>
      files()
        .filter((file) => file.startsWith(`${folder}/`) && file.endsWith(ending))
        .map((file) => file.slice(folder.length + 1, -ending.length));
    const sources = named('src', '.ts');
    expect(sources.length).toBeGreaterThan(1);
    for (const ending of ['.js', '.d.ts', '.js.map', '.d.ts.map']) expect(named('dist', ending)).toEqual(sources);
    for (const built of named('dist', '.map')) {
      const file = join(at, 'dist', `${built}.map`);
      const map = JSON.parse(readFileSync(file, 'utf8')) as { readonly sources: readonly string[] };
      const mapped = map.sources.map((source) => relative(at, join(dirname(file), source)));
      expect(mapped).toEqual([join('src', built.replace(/(?:\.d\.ts|\.js)$/, '.ts'))]);
    }
  });

  test('"go to definition" in an editor leads from every entrance to a shipped TypeScript file', () => {
    for (const target of Object.values(readManifest(at).exports ?? {})) {
      if (typeof target === 'string') continue;
      const definitions = definitionsOf(join(at, target['types'] ?? ''));
      expect(definitions.length).toBeGreaterThan(0);
      for (const { exported, file } of definitions) expect(relative(at, file), exported).toMatch(/^src[\\/].*\.ts$/);
    }
  });

  test('is a download of at most 300 kB', async () => {
    expect(statSync((await tarballs()).get(name) ?? '').size).toBeLessThanOrEqual(300_000);
  });

  test('has the licence of the repository, and a changelog about its own version', () => {
    const { version } = readManifest(at);
    expect(readFileSync(join(at, 'LICENSE'), 'utf8')).toBe(readFileSync(join(ROOT, 'LICENSE'), 'utf8'));
    expect(readFileSync(join(at, 'CHANGELOG.md'), 'utf8')).toMatch(new RegExp(`^# ${name}\\n\\n## ${version}$`, 'm'));
  });

  test('leaks no path of the machine, and its code does not load the sources', () => {
    for (const file of files().filter((one) => /^(?:dist|src)\//.test(one))) {
      const content = readFileSync(join(at, file), 'utf8');
      expect(content, file).not.toContain(ROOT);
      if (!file.startsWith('dist/')) continue;
      expect(content, file).not.toMatch(/(?:from|import\() ?['"][^'"]*\/src\/[^'"]*['"]/);
      // In declarations tsc leaves `./x.ts`, which every supported TypeScript reads as `./x.d.ts`; in code it must be
      // gone.
      if (file.endsWith('.js')) expect(content, file).not.toMatch(/(?:from|import\() ?['"][^'"]*\.ts['"]/);
    }
    expect(readFileSync(join(at, 'package.json'), 'utf8')).not.toMatch(
      /@capture\/source|workspace:|catalog:|\.\/src\//,
    );
  });

  test('declares what it is: ESM only, types first, no side effects, Node 22 or newer, its repository', () => {
    const manifest = readManifest(at);
    expect(manifest).toMatchObject({
      name,
      type: 'module',
      license: 'MIT',
      sideEffects: false,
      engines: { node: '>=22' },
      repository: { type: 'git', directory: `packages/${id}` },
      publishConfig: { access: 'public' },
    });
    expect(manifest.version).not.toBe('0.0.0');
    for (const [entrance, target] of Object.entries(manifest.exports ?? {})) {
      if (entrance === './package.json') continue;
      expect(Object.keys(target), entrance).toEqual(['types', 'default']);
      for (const file of Object.values(target)) expect(files()).toContain(file.replace('./', ''));
    }
  });

  test('depends on exactly the versions that the workspace was tested with', () => {
    const packed = readManifest(at).dependencies ?? {};
    expect(Object.keys(packed).sort()).toEqual(Object.keys(readManifest(folder).dependencies ?? {}).sort());
    for (const range of Object.values(packed)) expect(range).toMatch(/^\^\d+\.\d+\.\d+$/);
  });
});
