/** One request, taken from the bytes of a connection: what decides about the answer, and the bytes after it. */
export interface Taken {
  /** Method and path. */
  readonly line: string;
  /** Whether the client wants the connection closed after the answer. */
  readonly close: boolean;
  readonly rest: Buffer;
}

/** Takes the first request off, if all of it is there. It knows as much HTTP as the contenders speak. */
export function takeRequest(bytes: Buffer): Taken | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const head = bytes.toString('latin1', 0, end);
  const start = end + 4;
  const after = /\r\ntransfer-encoding: *chunked/i.test(head)
    ? endOfChunks(bytes, start)
    : start + Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
  if (after === undefined || after > bytes.length) return undefined;
  return {
    line: head.slice(0, head.indexOf(' HTTP/')),
    close: /\r\nconnection: *close/i.test(head),
    rest: bytes.subarray(after),
  };
}

function endOfChunks(bytes: Buffer, start: number): number | undefined {
  const end = bytes.indexOf('0\r\n\r\n', start);
  return end < 0 ? undefined : end + 5;
}
