import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Target } from '../build/entries.ts';

/** The root of the repository. */
export const ROOT = join(import.meta.dirname, '../..');

/** The fields that are read from a package.json. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly exports?: Readonly<Record<string, Target>>;
  readonly imports?: Readonly<Record<string, Target>>;
  readonly bin?: Readonly<Record<string, string>>;
  readonly publishConfig?: {
    readonly access?: string;
    readonly exports?: Readonly<Record<string, Target>>;
    readonly imports?: Readonly<Record<string, Target>>;
  };
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

/** One package of the workspace. */
export interface Package {
  /** The folder under `packages/`. */
  readonly id: string;
  readonly name: string;
  readonly folder: string;
  readonly manifest: Manifest;
  /** From its turbo.json: core, provider, sandbox or conformance. */
  readonly tag: string | undefined;
}

/** Every package that is published, by folder: no other list of packages exists. */
export function publishedPackages(root = ROOT): Package[] {
  return readdirSync(join(root, 'packages'))
    .sort()
    .map((id) => ({ id, folder: join(root, 'packages', id) }))
    .filter(({ folder }) => existsSync(join(folder, 'package.json')))
    .map(({ id, folder }) => ({ id, folder, manifest: readManifest(folder), tag: tagOf(folder) }))
    .filter(({ manifest }) => manifest.private !== true)
    .map((found) => ({ ...found, name: found.manifest.name }));
}

/** The packages that are one provider each. */
export function providerPackages(root = ROOT): Package[] {
  return publishedPackages(root).filter(({ tag }) => tag === 'provider');
}

/** The folder of every example, from the root: packages that are not part of the workspace. */
export function exampleFolders(root = ROOT): string[] {
  return readdirSync(join(root, 'examples'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `examples/${name}`);
}

/** Reads the package.json of a folder. */
export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

function tagOf(folder: string): string | undefined {
  const file = join(folder, 'turbo.json');
  return existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { readonly tags?: readonly string[] }).tags?.[0]
    : undefined;
}
