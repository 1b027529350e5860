import { existsSync, lstatSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readManifest, type Manifest } from '../../workspace/workspace.ts';
import type { Figures } from '../results.ts';

/**
 * The footprint of one package: itself and its dependencies at run time, peer dependencies included where they are
 * installed, each version once. It follows the folders that pnpm created, so it is the footprint in a project that
 * installs nothing else. Bytes of the files, not blocks of the disk.
 */
export function installed(home: string, name: string): Figures {
  const packages = new Set<string>();
  follow(join(home, 'node_modules', name), packages);
  const bytes = [...packages].reduce((sum, folder) => sum + bytesIn(folder), 0);
  return { installed: bytes, packages: packages.size };
}

function follow(link: string, found: Set<string>): void {
  const folder = realpathSync(link);
  if (found.has(folder)) return;
  found.add(folder);
  const manifest = readManifest(folder);
  // A package stands among its dependencies: …/node_modules/<name>, or …/node_modules/@<scope>/<name>.
  const beside = manifest.name.startsWith('@') ? dirname(dirname(folder)) : dirname(folder);
  for (const needed of needs(manifest)) if (existsSync(join(beside, needed))) follow(join(beside, needed), found);
}

function needs(manifest: Manifest): string[] {
  const optional = (manifest['peerDependenciesMeta'] ?? {}) as Record<string, { readonly optional?: boolean }>;
  const peers = Object.keys(manifest.peerDependencies ?? {}).filter((name) => optional[name]?.optional !== true);
  const more = (manifest['optionalDependencies'] ?? {}) as Record<string, string>;
  return [...Object.keys(manifest.dependencies ?? {}), ...Object.keys(more), ...peers];
}

function bytesIn(folder: string): number {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.name !== 'node_modules')
    .map((entry) => join(folder, entry.name))
    .reduce((sum, path) => sum + (lstatSync(path).isDirectory() ? bytesIn(path) : lstatSync(path).size), 0);
}
