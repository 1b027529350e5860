import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { copyWorkspace, packAll, sourceFiles, temporaryFolder } from './copy.ts';
import { filesIn } from './files.ts';
import { publishedPackages, ROOT } from './workspace.ts';
import { rehearse } from '../release/rehearse.ts';

let made: Promise<ReadonlyMap<string, string>> | undefined;

/**
 * The tarballs of all published packages by name, as the next release would upload them: versions and changelogs as
 * `changeset version` writes them, then `pnpm pack`. Packed once for each state of the files, for all tests.
 */
export function tarballs(): Promise<ReadonlyMap<string, string>> {
  return (made ??= findOrMake());
}

async function findOrMake(): Promise<ReadonlyMap<string, string>> {
  const cache = join(ROOT, 'node_modules/.cache/capture-tarballs');
  const folder = join(cache, await fingerprint());
  if (!existsSync(folder)) {
    const clone = await copyWorkspace({ built: true });
    const packed = temporaryFolder('tarballs');
    try {
      await rehearse(clone);
      await packAll(clone, packed);
      mkdirSync(cache, { recursive: true });
      for (const old of readdirSync(cache).filter((one) => !folder.endsWith(one.slice(0, 16)))) {
        rmSync(join(cache, old), { recursive: true, force: true });
      }
      const moving = `${folder}.${String(process.pid)}`;
      cpSync(packed, moving, { recursive: true });
      // Two test files may have packed the same at the same time; the first one stays.
      if (existsSync(folder)) rmSync(moving, { recursive: true });
      else renameSync(moving, folder);
    } finally {
      rmSync(clone, { recursive: true, force: true });
      rmSync(packed, { recursive: true, force: true });
    }
  }
  const files = readdirSync(folder);
  return new Map(
    publishedPackages().map(({ name }) => {
      const start = `${name.replace('@', '').replace('/', '-')}-`;
      const file = files.find((one) => one.startsWith(start));
      if (file === undefined) throw new Error(`no tarball of ${name}`);
      return [name, join(folder, file)];
    }),
  );
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  const sources = (await sourceFiles()).filter((file) => /^(?:packages|\.changeset|[^/]+$)/.test(file));
  const built = publishedPackages().flatMap(({ id }) => filesIn(join(ROOT, 'packages', id, 'dist')));
  for (const file of [...sources.map((one) => join(ROOT, one)), ...built.sort()]) {
    hash.update(file.slice(ROOT.length)).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}
