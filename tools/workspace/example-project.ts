import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import type { Project } from './consumer-project.ts';
import { sourceFiles, temporaryFolder } from './copy.ts';
import { OLDEST_NODE, typescript } from './outside-tools.ts';
import { outcome, pnpm, run } from './run.ts';
import { tarballs } from './tarballs.ts';
import { readManifest, ROOT } from './workspace.ts';

/** Installs and builds an example outside the workspace, unchanged; only our packages come from the tarballs. */
export async function installExample(name: string): Promise<Project> {
  const folder = temporaryFolder('example');
  const source = `examples/${name}/`;
  for (const file of await sourceFiles()) {
    if (file.startsWith(source)) cpSync(join(ROOT, file), join(folder, file.slice(source.length)));
  }
  const overrides = Object.fromEntries([...(await tarballs())].map(([name, file]) => [name, `file:${file}`]));
  // JSON is YAML too. Versions must be as old as in the workspace.
  const settings = { packages: ['.'], overrides, minimumReleaseAge: 2880, pmOnFail: 'ignore' };
  writeFileSync(join(folder, 'pnpm-workspace.yaml'), JSON.stringify(settings));
  await pnpm(['install', '--prefer-offline', '--no-frozen-lockfile'], folder);
  const [build, ...args] = scriptOf(folder, 'build');
  if (build !== undefined) await run(build, args, { cwd: folder, env: environment(folder) });
  return {
    folder,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The errors of the compiler in an installed example: none. */
export async function compileExample({ folder }: Project): Promise<string> {
  const strict = { strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, skipLibCheck: true };
  const options = { noEmit: true, target: 'es2023', module: 'nodenext', types: ['node'], ...strict };
  const config = { compilerOptions: { ...options, allowImportingTsExtensions: true }, include: ['*.ts'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  return (await outcome(process.execPath, [typescript('6.0')], { cwd: folder })).output;
}

/** A started example. */
export interface RunningExample {
  readonly kill: (signal?: NodeJS.Signals) => void;
  /** Resolves with the first match in what it prints; rejects if it ends before. */
  readonly printed: (pattern: RegExp) => Promise<RegExpExecArray>;
  /** Resolves with everything that it printed, once it has ended. */
  readonly ended: Promise<string>;
}

/** Runs the start script of an installed example on the oldest Node, with these variables and arguments. */
export function startExample(
  { folder }: Project,
  variables: Readonly<Record<string, string>>,
  ...more: readonly string[]
): RunningExample {
  const [program = '', ...args] = scriptOf(folder, 'start');
  const child = spawn(program, [...args, ...more], {
    cwd: folder,
    env: environment(folder, variables),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = once(child, 'close').then(() => output);
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const printed = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(output);
        if (found) resolve(found);
      };
      look();
      for (const stream of [child.stdout, child.stderr]) stream.on('data', look);
      ended.then(() => {
        reject(new Error(`It ended without ${String(pattern)}:\n${output}`));
      }, reject);
    });
  return {
    kill: (signal) => {
      child.kill(signal);
    },
    printed,
    ended,
  };
}

/** A script of package.json as a program and its arguments. */
function scriptOf(folder: string, script: string): string[] {
  const { scripts = {} } = readManifest(folder) as { readonly scripts?: Readonly<Record<string, string>> };
  return scripts[script]?.split(' ') ?? [];
}

/** The environment of a script: the programs that the example installed, on the oldest Node. */
function environment(folder: string, variables: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const path = [join(folder, 'node_modules/.bin'), dirname(OLDEST_NODE), process.env['PATH'] ?? ''].join(delimiter);
  return { PATH: path, HOME: process.env['HOME'], NEXT_TELEMETRY_DISABLED: '1', ...variables };
}
