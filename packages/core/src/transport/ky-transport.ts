import ky from 'ky';
import type { ResponseHead } from './body-rules.ts';
import { nativeCode, provesUnsent, refusesEveryRequest, unsentCode } from './failure-code.ts';
import { failureDetail, proxyStatus } from './failure-detail.ts';
import type { Fetch } from './fetch.ts';
import { ownConnection } from './own-connection.ts';
import { readBody } from './read-body.ts';
import { singleUseBody } from './single-use-body.ts';
import { traceSending, type SendTrace } from './send-trace.ts';
import { TransportError, type Transport, type WireRequest, type WireResponse } from './http.ts';

/**
 * Creates a transport on ky, over the runtime's `fetch` or another: one attempt, redirects and every status returned as
 * responses. It is the default outside Node, and sends what a caller's `fetch` is for. Over HTTP/1.1 each request has a
 * connection of its own: a reused one that the server closes at that moment would make an `unknown` of a request that
 * never arrived, and a late response on it would be taken for the response to the next request. The `fetch` of Node 26
 * negotiates HTTP/2 with a server that offers it, and then keeps its connection; `createNodeTransport` never does.
 * Errors of ky and `fetch` are dropped, because they contain the request.
 *
 * @example
 * ```ts
 * const client = createAcme({ ...credentials, transport: createKyTransport() });
 * ```
 */
export function createKyTransport(options: { readonly fetch?: Fetch } = {}): Transport {
  return {
    async send(request, { signal }) {
      if (signal.aborted) throw new TransportError('unsent', 'aborted');
      const progress: Progress = { handedOver: false, head: undefined };
      const { trace, done } = traceSending(request.url, (stop) =>
        exchange(request, AbortSignal.any([signal, stop]), options.fetch, progress),
      );
      try {
        const response = await done;
        if (!trace.repeated) return response;
        throw new TransportError('in-doubt', 'transport_failed', response.status);
      } catch (error) {
        throw TransportError.is(error) ? error : failure(error, signal, trace, progress);
      }
    },
  };
}

interface Progress {
  handedOver: boolean;
  head: ResponseHead | undefined;
}

async function exchange(
  request: WireRequest,
  signal: AbortSignal,
  fetch: Fetch | undefined,
  progress: Progress,
): Promise<WireResponse> {
  const body = request.body === undefined ? undefined : singleUseBody(request.body);
  const connection = ownConnection();
  const init: RequestInit = {
    method: request.method,
    headers: { ...request.headers, 'accept-encoding': 'identity', connection: 'close', ...body?.headers },
    ...body?.init,
    ...connection.init,
    signal,
    redirect: 'manual',
    // No cache of the runtime may respond to a lookup. Older workers refuse the member, and have no such cache.
    ...(request.method === 'GET' && 'cache' in Request.prototype && { cache: 'no-store' as const }),
  };
  try {
    const response = await ky(request.url, {
      ...init,
      retry: 0,
      // The caller's signal carries the deadline: it covers the body too, which ky's own timeout does not.
      timeout: false,
      throwHttpErrors: false,
      fetch: (input, more) => {
        progress.handedOver = true;
        // A `fetch` other than the runtime's may accept no `Request` but its own.
        return fetch ? fetch(request.url, init) : globalThis.fetch(input, { ...more, ...connection.init });
      },
    });
    const head = { status: response.status, headers: Object.fromEntries(response.headers) };
    progress.head = head;
    return { ...head, body: await readBody(response, head) };
  } finally {
    connection.close();
  }
}

function failure(error: unknown, signal: AbortSignal, trace: SendTrace, progress: Progress): TransportError {
  const { status, headers } = progress.head ?? {};
  if (trace.repeated) return new TransportError('in-doubt', 'transport_failed', status, { headers });
  const code = nativeCode(error);
  // undici's events decide where they were seen; elsewhere only a code that cannot come later than connecting does, or
  // undici's refusal to create a request, where no event contradicts it.
  const refused = trace.untouched && refusesEveryRequest(code);
  const unsent = !progress.handedOver || (trace.created ? !trace.written : refused || provesUnsent(code));
  if (signal.aborted) return new TransportError(unsent ? 'unsent' : 'in-doubt', 'aborted', status, { headers });
  const detail = failureDetail(error, progress.head);
  const misconfigured = detail === 'transport_misconfigured';
  const facts = { detail, headers, nativeCode: misconfigured ? code : undefined };
  if (unsent) return new TransportError('unsent', unsentCode(code), proxyStatus(error), facts);
  const lost = trace.written || status !== undefined || (code !== '' && !misconfigured);
  return new TransportError('in-doubt', lost ? 'connection_lost' : 'transport_failed', status, facts);
}
