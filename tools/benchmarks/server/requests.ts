/** One request from the bytes of a connection: the parts that select the response, and the bytes after it. */
export interface Taken {
  /** Method and path. */
  readonly line: string;
  /** True if the client requests that the connection is closed after the response. */
  readonly close: boolean;
  readonly rest: Buffer;
}

/** Takes the first request, if it is complete. It understands the HTTP that the contenders send. */
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
