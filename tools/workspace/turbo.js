// Runs turbo without telemetry, in every shell. Arguments are passed on, except a first `--quiet`: turbo's output then
// appears only if it fails, on stderr, because the output of a command (`pnpm capture … --json`) follows it.
import { spawn } from 'node:child_process';

/** Milliseconds of silence after which a first build is announced. */
const PATIENCE = 2000;

const given = process.argv.slice(2);
const isQuiet = given[0] === '--quiet';
const turbo = spawn('turbo', isQuiet ? given.slice(1) : given, {
  stdio: isQuiet ? ['inherit', 'pipe', 'pipe'] : 'inherit',
  env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' },
  shell: process.platform === 'win32',
});
const output = [];
for (const stream of [turbo.stdout, turbo.stderr]) stream?.on('data', (chunk) => output.push(chunk));
const notice = isQuiet && setTimeout(() => console.error('Building the packages …'), PATIENCE);
turbo.on('error', (error) => output.push(`${error.message}\n`));
turbo.on('close', (status) => {
  clearTimeout(notice);
  if (isQuiet && status !== 0) for (const chunk of output) process.stderr.write(chunk);
  process.exitCode = status ?? 1;
});
