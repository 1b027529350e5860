import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { git } from '../workspace/copy.ts';
import { publishedPackages, type Manifest, type Package } from '../workspace/workspace.ts';
import { pendingChangesets } from './rehearse.ts';

const NEVER_RELEASED = '0.0.0';

/** Why a package needs a changeset and has none. */
export interface Missing {
  readonly name: string;
  readonly why: string;
}

/**
 * The packages that differ from their last release and are named by no pending changeset. The last release is the commit that brought the version that stands in
 * package.json, so that neither a tag nor a registry is asked; a package that was never released differs from nothing and needs one as well. With `base`, what changed
 * since that revision needs a changeset that is newer than it, too: one that was pending before tells of something else.
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
    // A commit that brings a new version takes the changesets up, and is a release itself.
    const isRelease = base !== undefined && released !== undefined && !(await holds(root, base, released));
    if (!fresh.has(one.name) && since.length > 0 && !isRelease)
      missing.push({ name: one.name, why: `since ${base ?? ''}: ${since.join(', ')}` });
  }
  return missing;
}

function namedPackages(root: string, files: readonly string[]): Set<string> {
  const texts = files.map((file) => readFileSync(join(root, '.changeset', file), 'utf8'));
  return new Set(
    texts.flatMap((text) => Object.keys((parse(/^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '') ?? {}) as object)),
  );
}

async function changesetsSince(root: string, base: string): Promise<string[]> {
  const known = new Set(lines(await git(root, 'ls-tree', '--name-only', `${base}:.changeset`)));
  return pendingChangesets(root).filter((file) => !known.has(file));
}

/** The commit that brought the version which stands in package.json; `undefined` if the package was never released. */
async function lastRelease(root: string, { id, manifest }: Package): Promise<string | undefined> {
  if (manifest.version === NEVER_RELEASED) return undefined;
  if ((await git(root, 'rev-parse', '--is-shallow-repository')).trim() === 'true')
    throw new Error('The history is cut off: fetch all of it (fetch-depth: 0) to see what was released.');
  const search = ['-S', `"version": "${manifest.version}"`, '--', `packages/${id}/package.json`];
  const [commit] = lines(await git(root, 'log', '--format=%H', ...search));
  // Not committed yet: the release is being made at this moment.
  return commit ?? 'HEAD';
}

/** What of a package's tarball differs from a revision. */
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

/** A manifest as a user gets it: the ranges of the catalog written out, without what only matters here. */
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

async function holds(root: string, revision: string, commit: string): Promise<boolean> {
  const common = (await git(root, 'merge-base', revision, commit)).trim();
  return common === (await git(root, 'rev-parse', commit)).trim();
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}
