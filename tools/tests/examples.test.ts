import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { examples } from '../generate/examples.ts';
import { filesIn } from '../workspace/files.ts';
import { exampleFolders, publishedPackages, readManifest, ROOT } from '../workspace/workspace.ts';

// The form of the examples. The slower suite compiles and runs them (tools/tests/outside/example-*.slow.ts).
const ours = publishedPackages().map(({ name }) => name);

test('the examples are not part of the workspace', () => {
  const { packages } = parse(readFileSync(join(ROOT, 'pnpm-workspace.yaml'), 'utf8')) as { packages: string[] };
  expect(packages.filter((pattern) => !/^(?:packages|apps|tools)\//.test(pattern))).toEqual([]);
});

test('a release moves the ranges of our packages, and nothing else', () => {
  const released = publishedPackages().map((one) => ({ ...one, manifest: { ...one.manifest, version: '1.4.2' } }));
  for (const { file, content } of examples(released)) {
    const before = readManifest(join(ROOT, file, '..'));
    const moved = Object.entries(before.dependencies ?? {}).map(([name, range]) => [
      name,
      ours.includes(name) ? '^1.4.2' : range,
    ]);
    expect(JSON.parse(content)).toEqual({ ...before, dependencies: Object.fromEntries(moved) as object });
  }
});

describe.each(exampleFolders())('%s', (folder) => {
  const manifest = readManifest(join(ROOT, folder));

  test('depends on our packages by range, and on everything else in one exact version', () => {
    const needs = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(needs.filter(([name]) => ours.includes(name)).length).toBeGreaterThan(1);
    for (const [name, range] of needs) expect(range, name).toMatch(ours.includes(name) ? /^\^\d/ : /^\d+\.\d+\.\d+$/);
  });

  test('is private, and starts with one command', () => {
    const { scripts } = manifest as { readonly scripts?: Readonly<Record<string, string>> };
    expect(manifest).toMatchObject({ private: true, type: 'module' });
    expect(scripts?.['start']).toMatch(/^\S+/);
  });

  test('is read in two minutes: one or two source files, and a short README', () => {
    const sources = filesIn(join(ROOT, folder)).filter((file) => /^(?!.*node_modules|.*\.next|.*-env\.d\.ts$).*\.ts$/.test(file)); // prettier-ignore
    expect([1, 2]).toContain(sources.length);
    for (const file of sources) expect(readFileSync(file, 'utf8').split('\n').length, file).toBeLessThanOrEqual(90);
    const readme = readFileSync(join(ROOT, folder, 'README.md'), 'utf8')
      .trim()
      .split('\n');
    expect(readme.length).toBeLessThanOrEqual(25);
  });

  test('is listed with the others', () => {
    const list = readFileSync(join(ROOT, 'examples/README.md'), 'utf8');
    expect(list).toContain(`](${folder.replace('examples/', '')})`);
  });
});
