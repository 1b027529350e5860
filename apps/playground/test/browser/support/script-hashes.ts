import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytesBy } from './server-output.ts';

/** The digests of the scripts at these URLs: as the server sent them, and as they were built. */
export function scriptHashes(
  addresses: readonly string[],
  folder: string,
): { readonly sent: string[]; readonly built: string[] } {
  const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64');
  return {
    sent: addresses.map((address) => hash(bytesBy(address))),
    built: addresses.map((address) => hash(readFileSync(join(folder, new URL(address).pathname)))),
  };
}
