import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import ts from 'typescript';

/** The files that each file imports or exports from, type-only imports included. Packages are left out. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/** Every module specifier of a file, type-only ones included. */
export function importsOf(file: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'), true, true);
  return importedFiles.map(({ fileName }) => fileName);
}

/** The relative imports between files. */
export function importGraph(files: readonly string[]): ImportGraph {
  const known = new Set(files);
  const targets = (file: string): string[] =>
    importsOf(file)
      .filter((from) => from.startsWith('.'))
      .map((from) => resolve(dirname(file), from))
      .filter((target) => known.has(target));
  return new Map(files.map((file) => [file, targets(file)]));
}

/** One import cycle, its first file repeated at the end; undefined where there is none. */
export function cycleIn(graph: ImportGraph): string[] | undefined {
  const done = new Set<string>();
  const search = (file: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const target of graph.get(file) ?? []) {
      const found = search(target, [...path, file]);
      if (found) return found;
    }
    done.add(file);
    return undefined;
  };
  for (const file of graph.keys()) {
    const found = search(file, []);
    if (found) return found;
  }
  return undefined;
}

/** Imports that lead from a folder to one on a higher level, as `from → to`. Every folder has to be on a level. */
export function upwardImports(
  graph: ImportGraph,
  levels: readonly (readonly string[])[],
  folderOf: (file: string) => string,
): string[] {
  const levelOf = (folder: string): number => {
    const level = levels.findIndex((folders) => folders.includes(folder));
    if (level < 0) throw new Error(`${folder} is on no level`);
    return level;
  };
  const breaks = (from: string, to: string): boolean => from !== to && levelOf(to) >= levelOf(from);
  return [...graph].flatMap(([file, targets]) =>
    targets.filter((target) => breaks(folderOf(file), folderOf(target))).map((target) => `${file} → ${target}`),
  );
}
