import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './copy.ts';
import { pnpm, run } from './run.ts';
import { providerPackages } from './workspace.ts';
import { tarballs } from './tarballs.ts';
import { OUTSIDE } from './outside-tools.ts';

/** A project outside the workspace, like that of a user. */
export interface Project {
  readonly folder: string;
  readonly remove: () => void;
}

/** The packages of core and of every provider, by name. */
export const EVERYTHING = ['@capture/core', ...providerPackages().map(({ name }) => name)];

/** Makes a project that depends on the packed packages and on nothing else of ours. */
export async function makeProject(options: {
  readonly packages?: readonly string[];
  readonly others?: Readonly<Record<string, string>>;
  readonly with?: 'npm' | 'pnpm';
  /** The `type` of the project's package.json: ES modules by default. */
  readonly type?: 'module' | 'commonjs';
  /** Another tarball for a dependency of one of our packages: `@capture/a>@capture/core`. */
  readonly overrides?: Readonly<Record<string, string>>;
  readonly replaced?: Readonly<Record<string, string>>;
}): Promise<Project> {
  const { packages = EVERYTHING, others = {}, with: manager = 'pnpm', type = 'module', replaced = {} } = options;
  const files = await tarballs();
  const spec = (name: string) => replaced[name] ?? `file:${files.get(name) ?? ''}`;
  // Our packages depend on versions of each other that are not published yet.
  const overrides = options.overrides ?? { '@capture/core': spec('@capture/core') };
  const folder = temporaryFolder('consumer');
  const dependencies = { ...Object.fromEntries(packages.map((name) => [name, spec(name)])), ...others };
  const manifest = { name: 'consumer', version: '1.0.0', private: true, type, dependencies };
  const write = (file: string, content: object) => {
    writeFileSync(join(folder, file), JSON.stringify(content, undefined, 2));
  };
  if (manager === 'npm') {
    write('package.json', { ...manifest, overrides: packages.includes('@capture/core') ? {} : overrides });
    await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder });
  } else {
    write('package.json', manifest);
    // JSON is YAML too.
    // No package may run an install script, and versions must be as old as in the workspace.
    const strict = { strictDepBuilds: false, minimumReleaseAge: 2880 };
    write('pnpm-workspace.yaml', { packages: ['.'], overrides, pmOnFail: 'ignore', ...strict });
    await pnpm(['install', '--prefer-offline', '--no-frozen-lockfile'], folder);
  }
  return {
    folder,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Copies a file of `projects/` or `programs/` into a project. */
export function give(project: Project, from: string, to: string): void {
  cpSync(join(OUTSIDE, from), join(project.folder, to));
}
