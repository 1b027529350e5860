import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Sandbox } from '../contract.ts';

const DELAY_MS = 100;

/**
 * Keeps the state of a sandbox in a file: reads it if it exists, and writes it shortly after each change. Returns a
 * function that writes it now. Throws a `RangeError` where the file is something else.
 */
export function keepInFile(sandbox: Sandbox, file: string): () => void {
  if (existsSync(file)) sandbox.restore(readJson(file));
  let timer: NodeJS.Timeout | undefined;
  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    // A rename is atomic: a reader of the file never meets half of it.
    writeFileSync(`${file}.new`, JSON.stringify(sandbox.snapshot()), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
  sandbox.onChange(() => {
    timer ??= setTimeout(write, DELAY_MS);
  });
  return write;
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new RangeError('The file of --data cannot be read as JSON.');
  }
}
