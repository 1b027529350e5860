import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Target } from '../../build/entries.ts';
import { filesIn } from '../../workspace/files.ts';
import type { ImportGraph } from '../../workspace/import-graph.ts';
import { readManifest } from '../../workspace/workspace.ts';

const SPECIFIER = /(?:\bfrom ?|\bimport ?\(?|\brequire\() ?["']([.#][^"']+)["']/g;

/** Every file that an entrance, or an import of `#…`, leads to under any condition. */
export function filesOf(target: Target | undefined): string[] {
  if (target === undefined || typeof target === 'string') return target === undefined ? [] : [target];
  return Object.values(target).flatMap(filesOf);
}

/** The files that each built file loads, those that a runtime may take for `#…` included. Paths from the package. */
export function builtGraph(folder: string): ImportGraph {
  const { imports = {} } = readManifest(folder);
  const built = filesIn(join(folder, 'dist')).map((file) => posixPath(file.slice(folder.length + 1)));
  const code = built.filter((file) => /\.(?:c?js|d\.c?ts)$/.test(file));
  return new Map(code.map((file) => [file, loadedBy(folder, file, imports).filter((one) => code.includes(one))]));
}

/** The files that are loaded when these are, themselves included. */
export function reachable(folder: string, files: readonly string[]): string[] {
  const graph = builtGraph(folder);
  const found = new Set(files);
  for (const file of found) for (const next of graph.get(file) ?? []) found.add(next);
  return [...found];
}

function loadedBy(folder: string, file: string, imports: Readonly<Record<string, Target>>): string[] {
  const isCommonJs = file.endsWith('.cjs');
  const specifiers = [...readFileSync(join(folder, file), 'utf8').matchAll(SPECIFIER)].map(([, one = '']) => one);
  return specifiers.flatMap((specifier) => {
    if (specifier.startsWith('#'))
      return filesOf(imports[specifier]).filter((one) => one.endsWith('.cjs') === isCommonJs).map((one) => one.slice(2)); // prettier-ignore
    const target = posix.join(posix.dirname(file), specifier);
    // A declaration names the code beside the declarations that it needs.
    return [/\.d\.c?ts$/.test(file) ? target.replace(/\.(c?)js$/, '.d.$1ts') : target];
  });
}

function posixPath(path: string): string {
  return path.replaceAll('\\', '/');
}
