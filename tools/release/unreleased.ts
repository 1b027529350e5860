import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { git } from '../workspace/copy.ts';
import { publishedPackages, type Manifest, type Package } from '../workspace/workspace.ts';
import { pendingChangesets } from './rehearse.ts';

const NEVER_RELEASED = '0.0.0';

/** A package that needs a changeset and has none, with the reason. */
export interface Missing {
  readonly name: string;
  readonly why: string;
}

/**
 * The packages that differ from their last release and are named by no pending changeset. The last release is the
 * commit that brought the version in package.json, so neither tags nor a registry are needed; a package that was never
 * released needs a changeset as well. With `base`, a change since that revision also needs a changeset that is newer
 * than it: one that was pending before describes another change.
 */
export async function missingChangesets(root: string, base?: string): Promise<Missing[]> {
  const named = namedPackages(root, pendingChangesets(root));
  const fresh = base === undefined ? named : namedPackages(root, await changesetsSince(root, base));
  const missing: Missing[] = [];
  for (const one of publishedPackages(root)) {
    const released = await lastRelease(root, one);
    if (!named.has(one.name) && released === undefined) missing.push({ name: one.name, why: 'was never released' });
    const changed = released === undefined ? [] : await changes(root, one, released);
    if (!named.has(one.name) && changed.length > 0) missing.push({ name: one.name, why: changed.join(', ') });
    const since = base === undefined ? [] : await changes(root, one, base);
    // A commit that brings a new version consumes the changesets, and is a release itself.
    const isRelease = base !== undefined && released !== undefined && !(await contains(root, base, released));
    if (!fresh.has(one.name) && since.length > 0 && !isRelease)
      missing.push({ name: one.name, why: `since ${base ?? ''}: ${since.join(', ')}` });
  }
  return missing;
}

function namedPackages(root: string, files: readonly string[]): Set<string> {
  const contents = files.map((file) => readFileSync(join(root, '.changeset', file), 'utf8'));
  return new Set(
    contents.flatMap((content) =>
      Object.keys((parse(/^---\n([\s\S]*?)\n---/.exec(content)?.[1] ?? '') ?? {}) as object),
    ),
  );
}

async function changesetsSince(root: string, base: string): Promise<string[]> {
  const known = new Set(lines(await git(root, 'ls-tree', '--name-only', `${base}:.changeset`)));
  return pendingChangesets(root).filter((file) => !known.has(file));
}

/** The commit that brought the version in package.json; `undefined` if the package was never released. */
async function lastRelease(root: string, { id, manifest }: Package): Promise<string | undefined> {
  if (manifest.version === NEVER_RELEASED) return undefined;
  if ((await git(root, 'rev-parse', '--is-shallow-repository')).trim() === 'true')
    throw new Error('The history is truncated: fetch all of it (fetch-depth: 0) to find the last release.');
  const search = ['-S', `"version": "${manifest.version}"`, '--', `packages/${id}/package.json`];
  const [commit] = lines(await git(root, 'log', '--format=%H', ...search));
  // Not committed yet: the release is being made at this moment.
  return commit ?? 'HEAD';
}

/** The files of a package's tarball that differ from a revision. */
async function changes(root: string, one: Package, revision: string): Promise<string[]> {
  const path = `packages/${one.id}`;
  const changed = lines(await git(root, 'diff', '--name-only', '--no-renames', revision, '--', path));
  const created = lines(await git(root, 'ls-files', '--others', '--exclude-standard', '--', path));
  const files = [...changed, ...created].map((file) => file.slice(path.length + 1));
  const shipped = files.filter(
    (file) => file === 'README.md' || file === 'tsconfig.build.json' || /^src\/(?!.*\.test(?:-d)?\.ts$)/.test(file),
  );
  const before = await asPublished(root, one.id, revision);
  const now = published(one.manifest, readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8'));
  return [...shipped, ...(before === now ? [] : ['package.json or its versions in the catalog'])];
}

async function asPublished(root: string, id: string, revision: string): Promise<string> {
  try {
    const manifest = JSON.parse(await git(root, 'show', `${revision}:packages/${id}/package.json`)) as Manifest;
    return published(manifest, await git(root, 'show', `${revision}:pnpm-workspace.yaml`));
  } catch {
    return 'not there';
  }
}

/** A manifest as a user gets it: the ranges of the catalog written out, without the fields that only matter here. */
function published(manifest: Manifest, workspace: string): string {
  const { catalog } = parse(workspace) as { readonly catalog: Readonly<Record<string, string>> };
  const written = (ranges: Readonly<Record<string, string>> = {}) =>
    Object.entries(ranges).map(([name, range]) => [name, range === 'catalog:' ? catalog[name] : range]);
  const { dependencies, peerDependencies } = manifest;
  const shown = Object.entries(manifest).filter(
    ([field]) => !['version', 'scripts', 'devDependencies'].includes(field),
  );
  return JSON.stringify({
    ...Object.fromEntries(shown),
    dependencies: written(dependencies),
    peerDependencies: written(peerDependencies),
  });
}

async function contains(root: string, revision: string, commit: string): Promise<boolean> {
  const common = (await git(root, 'merge-base', revision, commit)).trim();
  return common === (await git(root, 'rev-parse', commit)).trim();
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}
