const encoder = new TextEncoder();

/** The members of a `fetch` init that carry a body, and the headers that go with it. */
export interface SingleUseBody {
  readonly init: { readonly body: string | ReadableStream<Uint8Array>; readonly duplex?: 'half' };
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * A body for `fetch` that cannot be sent a second time. The fetch standard repeats a request, a POST too, after a 421
 * response, and a dispatcher may repeat more; but a stream is consumed by the first attempt. The length is declared, so
 * the request is not chunked.
 *
 * Observed on Node 22, 24 and 26, whose `fetch` repeats a string. Bun 1.4 and Deno 2.9 do not repeat a POST, and Deno
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
    // Nothing is read before the first attempt pulls it.
    { highWaterMark: 0 },
  );
  return { init: { body, duplex: 'half' }, headers: { 'content-length': String(bytes.byteLength) } };
}

/** Recognises Node, whose `fetch` is undici's. Bun and Deno set `process.versions.node` too, beside their own name. */
function repeatsRequests(): boolean {
  const { process } = globalThis as { process?: { versions?: Readonly<Record<string, string | undefined>> } };
  const versions = process?.versions;
  return versions?.['node'] !== undefined && versions['bun'] === undefined && versions['deno'] === undefined;
}
