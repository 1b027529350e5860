/** The maximum size of a request body in bytes. No capture comes near it. */
export const MAX_BODY_BYTES = 64 * 1024;

/** The response to a body that was not read. */
export const BODY_LIMIT_MESSAGE = 'The sandbox reads UTF-8 bodies of at most 64 KiB.';

/** Reads a body as a UTF-8 string; `undefined` if it exceeds the limit or is not UTF-8. */
export async function collectBody(chunks: AsyncIterable<Uint8Array> | null): Promise<string | undefined> {
  const read: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks ?? []) {
    size += chunk.byteLength;
    if (size > MAX_BODY_BYTES) return undefined;
    read.push(chunk);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(read));
  } catch {
    return undefined;
  }
}
