import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesIn } from '../workspace/files.ts';
import { publishedPackages, ROOT } from '../workspace/workspace.ts';
import { cycleIn, importGraph, upwardImports } from '../workspace/import-graph.ts';

/**
 * The folders of core from the ground up (docs/architecture.md): a folder imports from its own and from lower levels
 * only. The entrances at the top of `src` may import everything.
 */
const CORE_LEVELS = [
  ['errors', 'secrets'],
  ['money', 'transport', 'signing'],
  ['contract'],
  ['schemas'],
  ['provider', 'node'],
  ['pipeline'],
  ['testing'],
  ['.'],
];

const sourcesIn = (folder: string): string[] =>
  filesIn(folder).filter((file) => /(?<!\.test(?:-d)?)\.tsx?$/.test(file));
const named = (file: string): string => relative(ROOT, file);
const core = join(ROOT, 'packages/core/src');
const folderInCore = (file: string): string => relative(core, file).split('/').slice(0, -1)[0] ?? '.';

describe.each([...publishedPackages().map(({ folder }) => named(folder)), 'apps/playground'])('%s', (folder) => {
  test('has no import cycle, type-only imports included', () => {
    const files = sourcesIn(join(ROOT, folder, 'src'));
    expect(files.length).toBeGreaterThan(0);
    expect(cycleIn(importGraph(files))?.map(named)).toBeUndefined();
  });
});

test('no folder of core imports from a folder on its own level or above', () => {
  const graph = importGraph(sourcesIn(core));
  expect(upwardImports(graph, CORE_LEVELS, folderInCore).map((found) => found.replaceAll(`${ROOT}/`, ''))).toEqual([]);
});

describe('the checks themselves', () => {
  test('a planted cycle is found', () => {
    const graph = new Map(Object.entries({ a: ['b'], b: ['c'], c: ['d', 'b'], d: [] }));
    expect(cycleIn(graph)).toEqual(['b', 'c', 'b']);
  });

  test('two paths to one file are no cycle', () => {
    const graph = new Map(Object.entries({ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }));
    expect(cycleIn(graph)).toBeUndefined();
  });

  test('type-only imports and exports are read', () => {
    const graph = importGraph(sourcesIn(core));
    expect(graph.get(join(core, 'contract/hooks.ts'))).toContain(join(core, 'contract/result.ts'));
  });

  test('a planted import of a higher level is found', () => {
    const graph = importGraph(sourcesIn(core));
    const planted = new Map(graph).set(join(core, 'contract/hooks.ts'), [join(core, 'pipeline/emit-hook.ts')]);
    expect(upwardImports(planted, CORE_LEVELS, folderInCore)).toHaveLength(1);
  });
});
