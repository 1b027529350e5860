import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pnpm, run } from './run.ts';
import { publishedPackages, ROOT } from './workspace.ts';

/** A new folder below the temporary folder of the system. */
export function temporaryFolder(name: string): string {
  return realpathSync(mkdtempSync(join(tmpdir(), `capture-${name}-`)));
}

/** The files that git tracks or would add, without deleted ones. */
export async function sourceFiles(root = ROOT): Promise<string[]> {
  const listed = await run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
  return [...new Set(listed.split('\0'))].filter((file) => file !== '' && existsSync(join(root, file))).sort();
}

/**
 * A clone of the workspace with its uncommitted changes, as one commit. Everything in it may be changed: it shares only
 * the tools in the root's node_modules with the original.
 */
export async function copyWorkspace(
  options: { readonly built?: boolean; readonly installed?: 'linked' | 'not' } = {},
): Promise<string> {
  const to = temporaryFolder('clone');
  for (const file of await sourceFiles()) cpSync(join(ROOT, file), join(to, file));
  if (options.installed !== 'not') symlinkSync(join(ROOT, 'node_modules'), join(to, 'node_modules'), 'junction');
  if (options.built === true) for (const { id, folder } of publishedPackages()) copyDist(id, folder, to);
  await git(to, 'init', '--quiet', '--initial-branch=main');
  await commit(to, 'as it stands');
  return to;
}

/** Commits everything in a clone, under a made-up name. */
export async function commit(folder: string, message: string): Promise<void> {
  await git(folder, 'add', '--all');
  const author = ['-c', 'user.name=rehearsal', '-c', 'user.email=rehearsal@localhost', '-c', 'commit.gpgsign=false'];
  await git(folder, ...author, 'commit', '--quiet', '--allow-empty', '--no-verify', '--message', message);
}

/** Git in a folder, without the settings of the machine. */
export function git(folder: string, ...args: readonly string[]): Promise<string> {
  return run('git', args, { cwd: folder, env: { ...process.env, GIT_CONFIG_GLOBAL: '', GIT_CONFIG_NOSYSTEM: '1' } });
}

/** Packs every published package of a workspace whose packages are built; the tarballs by package name. */
export async function packAll(workspace: string, destination: string): Promise<Map<string, string>> {
  const packages = publishedPackages(workspace);
  linkOurOwn(workspace);
  const tarballs = new Map<string, string>();
  for (const { name, manifest, folder } of packages) {
    await pnpm(['pack', '--pack-destination', destination], folder);
    const file = `${name.replace('@', '').replace('/', '-')}-${manifest.version}.tgz`;
    if (!existsSync(join(destination, file))) throw new Error(`packing ${name} made no ${file}`);
    tarballs.set(name, join(destination, file));
  }
  return tarballs;
}

/** `workspace:` ranges are resolved from node_modules. */
function linkOurOwn(workspace: string): void {
  const packages = publishedPackages(workspace);
  for (const { folder, manifest } of packages) {
    for (const name of Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })) {
      const target = packages.find((one) => one.name === name);
      const link = join(folder, 'node_modules', name);
      if (!target || existsSync(link)) continue;
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(target.folder, link, 'junction');
    }
  }
}

function copyDist(id: string, folder: string, to: string): void {
  const dist = join(folder, 'dist');
  if (!existsSync(dist)) throw new Error(`packages/${id} is not built: run pnpm build`);
  cpSync(dist, join(to, 'packages', id, 'dist'), { recursive: true });
}
