import { destinationOf, documentedDestinationOf, type Destination } from './address.ts';
import type { Outcome, WireAnswer } from './exchange.ts';
import type { CallRequest } from '../emulator/http-types.ts';
import { readBody, BODY_LIMIT_TEXT } from './request-body.ts';

/** Takes a request through the sandbox; both transports share it. */
export type Handle = (to: Destination, request: CallRequest) => Promise<Outcome>;

const MAX_REDIRECTS = 20;

/**
 * A function that can stand in for `fetch`, built on `handle`. It fails as the built-in one does: with a `TypeError`
 * that says `fetch failed` and a cause with a code, and with the signal's own reason when it is aborted.
 */
export function createInProcessFetch(handle: Handle) {
  return async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const body = await readBody(request.body);
    request.signal.throwIfAborted();
    if (body === undefined) return new Response(BODY_LIMIT_TEXT, { status: 413 });
    return send(handle, request, body, new URL(request.url), 0);
  };
}

async function send(handle: Handle, request: Request, body: string, url: URL, redirects: number): Promise<Response> {
  const to = destinationOf(url.pathname) ?? documentedDestinationOf(url);
  if (!to) throw failed('ENOTFOUND', `getaddrinfo ENOTFOUND ${url.hostname}`);
  const outcome = await handle(to, {
    method: request.method,
    path: to.path,
    query: url.search.slice(1),
    headers: Object.fromEntries(request.headers),
    body,
  });
  request.signal.throwIfAborted();
  switch (outcome.kind) {
    case 'refuse':
      throw failed('ECONNREFUSED', 'connect ECONNREFUSED');
    case 'reset':
      throw failed('ECONNRESET', 'read ECONNRESET');
    case 'hang':
      return await abortOf(request.signal);
    case 'garbage':
      return response({ ...outcome.answer, body: '\u0000\u0001not what you asked for' });
    case 'cut':
      return new Response(cutStream(outcome.answer.body), {
        status: outcome.answer.status,
        headers: outcome.answer.headers,
      });
    case 'answer':
      return outcome.answer.status === 307
        ? redirected(handle, request, body, { url, redirects, answer: outcome.answer })
        : response(outcome.answer);
  }
}

async function redirected(
  handle: Handle,
  request: Request,
  body: string,
  { url, redirects, answer }: { url: URL; redirects: number; answer: WireAnswer },
): Promise<Response> {
  if (request.redirect === 'manual') return response(answer);
  if (request.redirect === 'error' || redirects === MAX_REDIRECTS) throw failed('UND_ERR', 'unexpected redirect');
  return send(handle, request, body, new URL(answer.headers['location'] ?? '', url), redirects + 1);
}

function response({ status, headers, body }: WireAnswer): Response {
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

function failed(code: string, text: string, message = 'fetch failed'): TypeError {
  return new TypeError(message, { cause: Object.assign(new Error(text), { code }) });
}
