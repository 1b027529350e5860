// Runs turbo without telemetry, in every shell. Arguments are passed on, except a first `--quiet-stdout`: turbo then
// prints to stderr, because a command whose output is parsed (`pnpm -s capture … --json`) follows it.
import { spawnSync } from 'node:child_process';

const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' };
const [first, ...rest] = process.argv.slice(2);
const isQuiet = first === '--quiet-stdout';
const { status } = spawnSync('turbo', isQuiet ? rest : process.argv.slice(2), {
  stdio: ['inherit', isQuiet ? 2 : 'inherit', 'inherit'],
  env,
  shell: process.platform === 'win32',
});
process.exit(status ?? 1);
