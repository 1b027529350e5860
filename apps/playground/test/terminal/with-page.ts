import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs a job with a folder that holds a page of a single line. */
export async function withPage<T>(job: (page: string) => Promise<T>): Promise<T> {
  const page = mkdtempSync(join(tmpdir(), 'capture-page-'));
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>page</title>');
  try {
    return await job(page);
  } finally {
    rmSync(page, { recursive: true, force: true });
  }
}
