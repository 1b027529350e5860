const encoder = new TextEncoder();

/** The members of a `fetch` init that carry a body, and the headers that go with it. */
export interface SingleUseBody {
  readonly init: { readonly body: string | ReadableStream<Uint8Array>; readonly duplex?: 'half' };
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * A body for `fetch` that nothing between us and the wire can send a second time. The fetch standard repeats a request, a POST
 * too, that is answered with 421, and a dispatcher may repeat more; but a stream is consumed by the first attempt. The length
 * is announced, so the request is not chunked.
 *
 * Seen on Node 22, 24 and 26, whose `fetch` repeats a string. Bun and Deno do not repeat a POST (seen on 1.4 and 2.9), and Deno
 * would send a stream chunked: there the body stays a string.
 */
export function singleUseBody(text: string): SingleUseBody {
  if (!repeatsRequests()) return { init: { body: text }, headers: {} };
  const bytes = encoder.encode(text);
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        controller.enqueue(bytes);
        controller.close();
      },
    },
    // Nothing is read before the first attempt asks for it.
    { highWaterMark: 0 },
  );
  return { init: { body, duplex: 'half' }, headers: { 'content-length': String(bytes.byteLength) } };
}

/** Node's `fetch` is undici's. Bun and Deno have `process.versions.node` as well, and a name of their own beside it. */
function repeatsRequests(): boolean {
  const { process } = globalThis as { process?: { versions?: Readonly<Record<string, string | undefined>> } };
  const versions = process?.versions;
  return versions?.['node'] !== undefined && versions['bun'] === undefined && versions['deno'] === undefined;
}
