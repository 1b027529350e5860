import type { WireResponse } from '../faults/wire-effect.ts';
import { destinationOf, documentedDestinationOf } from './address.ts';
import type { RequestHandler } from './handle-request.ts';
import { BODY_LIMIT_MESSAGE, collectBody } from './request-body.ts';

const MAX_REDIRECTS = 20;

/**
 * A stand-in for `fetch`, built on `handle`. It fails as the built-in one does: with the `TypeError` `fetch failed`
 * whose cause has a code, and with the signal's own reason when it is aborted.
 */
export function createInProcessFetch(handle: RequestHandler) {
  return async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const body = await collectBody(request.body);
    request.signal.throwIfAborted();
    if (body === undefined) return new Response(BODY_LIMIT_MESSAGE, { status: 413 });
    return send(handle, request, body, new URL(request.url), 0);
  };
}

async function send(
  handle: RequestHandler,
  request: Request,
  body: string,
  url: URL,
  redirects: number,
): Promise<Response> {
  const to = destinationOf(url.pathname) ?? documentedDestinationOf(url);
  if (!to) throw failed('ENOTFOUND', `getaddrinfo ENOTFOUND ${url.hostname}`);
  const effect = await handle(to, {
    method: request.method,
    query: url.search.slice(1),
    headers: Object.fromEntries(request.headers),
    body,
  });
  request.signal.throwIfAborted();
  switch (effect.kind) {
    case 'refuse':
      throw failed('ECONNREFUSED', 'connect ECONNREFUSED');
    case 'reset':
      throw failed('ECONNRESET', 'read ECONNRESET');
    case 'hang':
      return await abortOf(request.signal);
    case 'garbage':
      return responseOf({ ...effect.response, body: '\u0000\u0001this is not JSON' });
    case 'cut':
      return new Response(cutStream(effect.response.body), {
        status: effect.response.status,
        headers: effect.response.headers,
      });
    case 'response':
      return effect.response.status === 307
        ? redirected(handle, request, body, { url, redirects, received: effect.response })
        : responseOf(effect.response);
  }
}

async function redirected(
  handle: RequestHandler,
  request: Request,
  body: string,
  { url, redirects, received }: { url: URL; redirects: number; received: WireResponse },
): Promise<Response> {
  if (request.redirect === 'manual') return responseOf(received);
  if (request.redirect === 'error' || redirects === MAX_REDIRECTS) throw failed('UND_ERR', 'unexpected redirect');
  return send(handle, request, body, new URL(received.headers['location'] ?? '', url), redirects + 1);
}

function responseOf({ status, headers, body }: WireResponse): Response {
  return new Response(body === '' ? null : body, { status, headers });
}

function cutStream(body: string): ReadableStream<Uint8Array> {
  const half = new TextEncoder().encode(body).slice(0, Math.floor(body.length / 2));
  let isSent = false;
  return new ReadableStream({
    pull(controller) {
      if (isSent) controller.error(failed('UND_ERR_SOCKET', 'other side closed', 'terminated'));
      else controller.enqueue(half);
      isSent = true;
    },
  });
}

// Never resolves: only the caller's signal ends a hanging request.
function abortOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener(
      'abort',
      () => {
        reject(signal.reason as Error);
      },
      { once: true },
    );
  });
}

function failed(code: string, reason: string, message = 'fetch failed'): TypeError {
  return new TypeError(message, { cause: Object.assign(new Error(reason), { code }) });
}
