import { spawn } from 'node:child_process';

/** Runs a program to its end and returns its output; if it fails, the error holds the output. */
export async function run(
  command: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv },
): Promise<string> {
  const { code, output } = await outcome(command, args, options);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${String(code)}:\n${output}`);
  return output;
}

/** The same for a program that is allowed to fail. */
export function outcome(
  command: string,
  args: readonly string[],
  { cwd, env = process.env }: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv },
): Promise<{ readonly code: number | null; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ code, output });
    });
  });
}

/**
 * The pnpm that runs this script, or else the one of the project. It changes the installed packages of a folder only by
 * an explicit install.
 */
export function pnpm(args: readonly string[], cwd: string): Promise<string> {
  const env = { ...process.env, pnpm_config_verify_deps_before_run: 'false' };
  const own = process.env['npm_config_user_agent']?.startsWith('pnpm/12.');
  return own ? run('pnpm', args, { cwd, env }) : run('npx', ['-y', 'pnpm@12', ...args], { cwd, env });
}
