import { createNodeTransport } from '../node/node-transport.ts';
import type { Fetch } from '../transport/fetch.ts';
import { TransportError, type Transport } from '../transport/http.ts';

// Those of the `fetch` that Node brings: ten seconds until it is connected. Then the client's own timeout decides.
const [CONNECTED, NO_LIMIT] = [10_000, 2 ** 31 - 1];
const deadlines = { dns: CONNECTED, connect: CONNECTED, firstByte: CONNECTED, headers: NO_LIMIT, body: NO_LIMIT };

let shared: Transport | undefined;

/**
 * The transport of a client without one of its own: `node:http` with a fresh connection for each request, one for the
 * process; ky over the caller's `fetch`, where there is one.
 */
export function defaultTransport(fetch?: Fetch): Transport {
  return fetch ? lazyKyTransport(fetch) : (shared ??= besideInterceptors(createNodeTransport({ deadlines })));
}

/**
 * A library that replaces the connections of `node:http` in this process, for tests or for a proxy, leaves nothing to
 * observe, so the transport writes nothing to them. Such a library offers `fetch` as well, or leaves it alone.
 */
function besideInterceptors(direct: Transport): Transport {
  const throughFetch = lazyKyTransport();
  return {
    send: (request, context) =>
      direct.send(request, context).catch((error: unknown) => {
        if (!TransportError.is(error) || error.phase !== 'unsent' || error.detail !== 'intercepted') throw error;
        return throughFetch.send(request, context);
      }),
  };
}

/** Neither ky nor `fetch` is loaded before it is needed. */
function lazyKyTransport(fetch?: Fetch): Transport {
  let loaded: Transport | undefined;
  return {
    async send(request, context) {
      loaded ??= await loadKyTransport(fetch);
      return loaded.send(request, context);
    },
  };
}

async function loadKyTransport(fetch: Fetch | undefined): Promise<Transport> {
  try {
    const { createKyTransport } = await import('#ky');
    return createKyTransport(fetch ? { fetch } : {});
  } catch {
    // An incomplete deployment.
    throw new TransportError('unsent', 'connection_failed');
  }
}
