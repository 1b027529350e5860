import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../workspace/copy.ts';
import { filesIn } from '../../workspace/files.ts';
import { run } from '../../workspace/run.ts';
import { publishedPackages, readManifest, ROOT } from '../../workspace/workspace.ts';
import { tarballs } from '../../workspace/tarballs.ts';
import { entriesOf } from '../../build/entries.ts';
import { cycleIn } from '../../workspace/import-graph.ts';
import { builtGraph, filesOf, reachable } from './built-graph.ts';
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
    const expected = /^(?:dist\/(?:.+\.(?:js|cjs|d\.ts|d\.cts)(?:\.map)?|shared\/licences\.txt)|src\/.+\.ts)$/;
    for (const file of others) expect(file).toMatch(expected);
    for (const file of others) expect(file).not.toMatch(/\.(?:test|spec)\.|(?:^|\/)tests?\//);
  });

  test('holds what package.json names, chunks that those load, and nothing that nothing loads', () => {
    const entries = (['esm', 'cjs'] as const).flatMap((format) => {
      const ending = format === 'esm' ? 'js' : 'cjs';
      return Object.keys(entriesOf(readManifest(folder), format)).map((name) => `dist/${name}.${ending}`);
    });
    const declarations = Object.values(readManifest(at).exports ?? {}).flatMap((target) =>
      filesOf(target).filter((file) => file.endsWith('ts')).map((file) => file.slice(2)),
    ); // prettier-ignore
    const needed = reachable(at, [...entries, ...declarations]);
    const built = files().filter((file) => /^dist\/.+\.(?:c?js|d\.c?ts)$/.test(file));
    expect(built.sort()).toEqual(needed.sort());
    expect(needed.filter((file) => !entries.includes(file) && !declarations.includes(file) && !file.startsWith('dist/shared/'))).toEqual([]); // prettier-ignore
  });

  test('holds the source of every built file, and a map from each to it', () => {
    const maps = files().filter((file) => file.startsWith('dist/') && file.endsWith('.map'));
    const code = files().filter((file) => /^dist\/.+\.(?:c?js|d\.c?ts)$/.test(file));
    const mapped = maps.flatMap((file) => {
      const { sources } = JSON.parse(readFileSync(join(at, file), 'utf8')) as { readonly sources: readonly string[] };
      return sources.map((source) => relative(at, join(at, dirname(file), source)).replaceAll('\\', '/'));
    });
    for (const source of mapped) expect(files()).toContain(source);
    // What has no map holds nothing of ours: it passes on exports, or is an inlined dependency.
    for (const file of code.filter((one) => !maps.includes(`${one}.map`)))
      expect(readFileSync(join(at, file), 'utf8'), file).not.toMatch(/^\/\/ src\//m);
    const modules = files().filter((file) => file.startsWith('src/') && hasCode(join(at, file)));
    expect(modules.filter((file) => !mapped.includes(file))).toEqual([]);
  });

  test('CommonJS needs nothing that is an ES module only, neither its code nor its declarations', () => {
    for (const file of files().filter((one) => /^dist\/.+\.(?:d\.cts|cjs)$/.test(one))) {
      const content = readFileSync(join(at, file), 'utf8');
      if (file.endsWith('.cjs')) expect(content, file).not.toMatch(/\bimport\(/);
      else expect(content, file).not.toMatch(/["']#/);
      const needed = [...content.matchAll(/(?:\bfrom |\bimport\(|\brequire\()["']([^"'.#]+)["']/g)];
      for (const [, name] of needed) expect(name, file).toMatch(/^(?:node:.+|valibot|@capture\/.+)$/);
    }
  });

  test('CommonJS has the licence of everything that it inlines', () => {
    const inlined = new Set<string>();
    for (const file of files().filter((one) => /^dist\/.+\.cjs$/.test(one))) {
      const regions = readFileSync(join(at, file), 'utf8').matchAll(
        /^\/\/ .*node_modules\/((?:@[^/]+\/)?[^/]+)\/\S+$/gm,
      );
      for (const [, name = ''] of regions) inlined.add(name);
    }
    expect([...inlined].sort()).toEqual(id === 'core' ? ['@noble/hashes', 'ky'] : []);
    for (const name of inlined) {
      const licences = readFileSync(join(at, 'dist/shared/licences.txt'), 'utf8').split('\n---\n');
      expect(licences.filter((one) => one.trim().startsWith(`${name}\n`) && /copyright/i.test(one))).toHaveLength(1);
    }
  });

  test('loads no two files in a circle, whichever file the runtime takes for `#…`', () => {
    const graph = builtGraph(at);
    expect(graph.size).toBeGreaterThan(1);
    expect(cycleIn(graph)).toBeUndefined();
  });

  test('"go to definition" in an editor leads from every entrance to a shipped TypeScript file', () => {
    for (const target of Object.values(readManifest(at).exports ?? {})) {
      for (const declarations of filesOf(target).filter((file) => file.endsWith('ts'))) {
        const definitions = definitionsOf(join(at, declarations));
        expect(definitions.length).toBeGreaterThan(0);
        for (const { exported, file } of definitions) expect(relative(at, file), exported).toMatch(/^src[\\/].*\.ts$/);
      }
    }
  });

  test('is a download of at most 400 kB', async () => {
    expect(statSync((await tarballs()).get(name) ?? '').size).toBeLessThanOrEqual(400_000);
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
      expect(content, file).not.toMatch(/(?:from|import\(|require\() ?['"][^'"]*\.ts['"]/);
    }
    expect(readFileSync(join(at, 'package.json'), 'utf8')).not.toMatch(
      /@capture\/source|workspace:|catalog:|\.\/src\//,
    );
  });

  test('declares what it is: modules and CommonJS, types first, no side effects, Node 22 or newer, its repository', () => {
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
      expect(Object.keys(target), entrance).toEqual(['import', 'require']);
      for (const format of Object.values(target)) expect(Object.keys(format as object)).toEqual(['types', 'default']);
    }
    for (const target of [...Object.values(manifest.exports ?? {}), ...Object.values(manifest.imports ?? {})]) {
      for (const file of filesOf(target)) expect(files()).toContain(file.replace('./', ''));
    }
  });

  test('depends on exactly the versions that the workspace was tested with', () => {
    const packed = readManifest(at).dependencies ?? {};
    expect(Object.keys(packed).sort()).toEqual(Object.keys(readManifest(folder).dependencies ?? {}).sort());
    for (const range of Object.values(packed)) expect(range).toMatch(/^\^\d+\.\d+\.\d+$/);
  });
});

/** Whether a module has code of its own. One that has types only, or passes on exports, may leave no trace. */
function hasCode(file: string): boolean {
  const { statements } = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const none = [ts.isImportDeclaration, ts.isExportDeclaration, ts.isInterfaceDeclaration, ts.isTypeAliasDeclaration];
  return statements.some((statement) => !none.some((kind) => kind(statement)));
}
