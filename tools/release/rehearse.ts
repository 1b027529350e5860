import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pnpm } from '../workspace/run.ts';
import { publishedPackages, type Package } from '../workspace/workspace.ts';

/** One package that a release would publish. */
export interface Release {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** The part of the changelog about this version. */
  readonly notes: string;
  /** Our own packages that it needs at run time, with the ranges as they would be published. */
  readonly needs: Readonly<Record<string, string>>;
}

/**
 * Applies the pending changesets in a clone and lists the packages that a publish would then upload: those whose
 * version moved.
 */
export async function rehearse(clone: string): Promise<Release[]> {
  if (pendingChangesets(clone).length === 0) return [];
  const before = new Map(publishedPackages(clone).map(({ name, manifest }) => [name, manifest.version]));
  await pnpm(['exec', 'changeset', 'version'], clone);
  const after = publishedPackages(clone);
  return after
    .filter(({ name, manifest }) => before.get(name) !== manifest.version)
    .map((one) => ({
      name: one.name,
      from: before.get(one.name) ?? '',
      to: one.manifest.version,
      notes: notesOf(one),
      needs: rangesOf(one, after),
    }));
}

/** The files of the changesets that no release has consumed yet. */
export function pendingChangesets(root: string): string[] {
  return readdirSync(join(root, '.changeset'))
    .filter((file) => file.endsWith('.md') && file !== 'README.md')
    .sort();
}

/** The section of the changelog about the version in package.json. */
export function notesOf({ folder, manifest }: Package): string {
  const file = join(folder, 'CHANGELOG.md');
  if (!existsSync(file)) return '';
  const sections = readFileSync(file, 'utf8').split(/^## /m).slice(1);
  const [, ...lines] = (sections.find((text) => text.split('\n', 1)[0]?.trim() === manifest.version) ?? '').split('\n');
  return lines.join('\n').trim();
}

/** The ranges of our own packages, as they are written into a tarball. */
export function rangesOf({ manifest }: Package, all: readonly Package[]): Record<string, string> {
  const ranges = Object.entries({ ...manifest.dependencies, ...manifest.peerDependencies });
  return Object.fromEntries(
    ranges.flatMap(([name, range]) => {
      const version = all.find((one) => one.name === name)?.manifest.version;
      return version === undefined ? [] : [[name, writtenOut(range, version)]];
    }),
  );
}

function writtenOut(range: string, version: string): string {
  const [, wanted = range] = /^workspace:(.*)$/.exec(range) ?? [];
  if (wanted === '*') return version;
  return wanted === '^' || wanted === '~' ? wanted + version : wanted;
}
