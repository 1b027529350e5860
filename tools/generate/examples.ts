import { join } from 'node:path';
import { exampleFolders, publishedPackages, readManifest, ROOT, type Package } from '../workspace/workspace.ts';
import type { Generated } from './write.ts';

/** The version that every package gets with its first release. */
const FIRST = '0.1.0';

/** The ranges of our packages in the examples, which are not part of the workspace; `pnpm version` renews them. */
export function examples(packages: readonly Package[] = publishedPackages()): Generated[] {
  const versions = new Map(packages.map(({ name, manifest }) => [name, manifest.version]));
  const rangeOf = (name: string, range: string): string => {
    const version = versions.get(name);
    return version === undefined ? range : `^${version === '0.0.0' ? FIRST : version}`;
  };
  return exampleFolders().map((folder) => {
    const manifest = readManifest(join(ROOT, folder));
    const ranges = Object.entries(manifest.dependencies ?? {}).map(([name, range]) => [name, rangeOf(name, range)]);
    const content = JSON.stringify({ ...manifest, dependencies: Object.fromEntries(ranges) as object });
    return { file: `${folder}/package.json`, content };
  });
}
