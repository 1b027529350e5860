/** A connection for one request, where the runtime needs more for it than the header `connection: close`. */
export interface OwnConnection {
  /** Further members of the `fetch` init. */
  readonly init: object;
  /** Releases it, after the body was read. */
  close(): void;
}

/** The part of Deno that is used here. */
interface DenoHttp {
  readonly createHttpClient?: (options: { readonly poolMaxIdlePerHost: number }) => { close(): void };
}

/**
 * Gives one request a connection of its own: on a reused one, a response that arrives late is taken for the next.
 *
 * Observed on Node 22, 24 and 26 and on Bun 1.4, whose `fetch` heeds `connection: close`. Deno 2.9 sends the header and
 * reuses the connection nevertheless, unless it is given a client that keeps none.
 */
export function ownConnection(): OwnConnection {
  const { Deno } = globalThis as { readonly Deno?: DenoHttp };
  const client = Deno?.createHttpClient?.({ poolMaxIdlePerHost: 0 });
  if (!client) return { init: {}, close: () => undefined };
  return {
    init: { client },
    close() {
      client.close();
    },
  };
}
