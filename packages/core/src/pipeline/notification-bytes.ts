/** The bytes of a body, or the reason that it has none. */
export type NotificationBytes =
  { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly bytes?: never; readonly reason: string };

const PASS_RAW = 'pass the raw body as a string or bytes';

/**
 * Copies the bytes of a body: the caller may use its buffer again while the signature is checked. Accepts those of
 * every realm, since test runners and workers have classes of their own.
 */
export function notificationBytes(body: unknown): NotificationBytes {
  if (typeof body === 'string') return { bytes: new TextEncoder().encode(body) };
  try {
    if (ArrayBuffer.isView(body)) {
      const { buffer, byteOffset, byteLength } = body;
      return { bytes: new Uint8Array(new Uint8Array(buffer, byteOffset, byteLength)) };
    }
    if (isBuffer(body)) return { bytes: new Uint8Array(new Uint8Array(body)) };
  } catch {
    return { reason: `the body is a buffer whose bytes were transferred: ${PASS_RAW}` };
  }
  return { reason: `${kindOf(body)}: ${PASS_RAW}` };
}

const BUFFERS = [ArrayBuffer, (globalThis as { SharedArrayBuffer?: typeof SharedArrayBuffer }).SharedArrayBuffer];

/** Recognises a buffer by its slot, which every realm can read and no object can imitate. */
function isBuffer(value: unknown): value is ArrayBuffer {
  return BUFFERS.some((buffer) => {
    try {
      return buffer !== undefined && typeof Reflect.get(buffer.prototype, 'byteLength', value) === 'number';
    } catch {
      return false;
    }
  });
}

function kindOf(body: unknown): string {
  if (body === undefined || body === null) return 'the body is missing';
  if (typeof body !== 'object') return 'the body is neither a string nor bytes';
  if ('then' in body) return 'the body is a promise, which has to be awaited';
  if ('getReader' in body || 'body' in body || 'pipe' in body || Symbol.asyncIterator in body)
    return 'the body is a stream or a request, which has to be read first';
  return 'the body was parsed, and the signature covers the raw one';
}
