import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ControlHandler } from '../control/control.ts';
import { CONTROL_PATH } from '../control/route.ts';
import type { BankHandler } from '../three-d-secure/bank-page.ts';
import { THREE_D_SECURE_PATH } from '../three-d-secure/path.ts';
import { PROVIDERS } from '../state/provider-names.ts';
import { basePathOf, destinationOf, destinationOfHost, destinationOfOnly, isDocumentedHost, type Destination } from './address.ts'; // prettier-ignore
import type { RequestHandler } from './handle-request.ts';
import type { ListenOptions } from './listen-options.ts';
import { isLoopbackHost } from './loopback.ts';
import { BODY_LIMIT_MESSAGE, collectBody } from './request-body.ts';
import { writeEffect, writeJson, writeText } from './write-effect.ts';

/** The parts of a server that a response needs. */
export interface ServerParts {
  readonly handle: RequestHandler;
  readonly control: ControlHandler;
  readonly bank: BankHandler;
  readonly options: ListenOptions;
}

/** Responds to one request: an emulator's, the control API's, or a refusal that says what exists. */
export async function respond(
  { handle, control, bank, options }: ServerParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // A web page could reach loopback under another host name (DNS rebinding), but it cannot choose this header.
  const [, hostName = ''] = /^(.*?)(?::\d+)?$/.exec(request.headers.host ?? '') ?? [];
  const isByName = options.hostNames === true && isDocumentedHost(hostName.toLowerCase());
  const [, path = '', query = ''] = /^([^?]*)\??(.*)$/.exec(request.url ?? '') ?? [];
  const origin = `${options.tls === true ? 'https' : 'http'}://${request.headers.host ?? ''}`;
  if (!isLoopbackHost(hostName) && !isByName) {
    writeText(response, 421, 'The sandbox serves loopback host names only.');
  } else if (isOfAnotherPage(request, origin) && !(isOfBank(path) && isVisit(request))) {
    writeText(response, 403, 'The sandbox refuses requests of other web pages.');
  } else if (!isByName && (path === CONTROL_PATH || path.startsWith(`${CONTROL_PATH}/`))) {
    await control(request, response, origin);
  } else if (!isByName && isOfBank(path)) {
    await bank(request, response);
  } else {
    const to = isByName ? destinationOfHost(hostName.toLowerCase(), path) : destinationAt(path, options);
    if (!to) writeJson(response, 404, whatExists(options));
    else
      await emulate(
        to,
        { query, origin: isByName ? loopbackOrigin(request, origin) : origin },
        handle,
        request,
        response,
      );
  }
}

async function emulate(
  to: Destination,
  { query, origin }: { readonly query: string; readonly origin: string },
  handle: RequestHandler,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await collectBody(request.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>);
  if (body === undefined) {
    response.setHeader('connection', 'close');
    writeText(response, 413, BODY_LIMIT_MESSAGE);
    return;
  }
  const call = { method: request.method ?? '', query, headers: headersOf(request), body, origin };
  writeEffect(response, await handle(to, call));
}

/** Under a documented host name there are no pages of the sandbox. */
function loopbackOrigin({ socket }: IncomingMessage, byName: string): string {
  return `${byName.split(':')[0] ?? ''}://localhost:${String(socket.localPort ?? '')}`;
}

/** Split by hand: a URL parser would normalize the path and hide a wrong one. */
function destinationAt(path: string, { only }: ListenOptions): Destination | undefined {
  return destinationOf(path) ?? (only && destinationOfOnly(only, path));
}

function whatExists({ only }: ListenOptions): object {
  return {
    error: 'No emulator has this URL.',
    baseUrls: Object.fromEntries(PROVIDERS.map((provider) => [provider, basePathOf(provider)])),
    ...(only && { only: `${only} is at the root as well.` }),
    control: `${CONTROL_PATH}/openapi.json`,
  };
}

/**
 * Recognises requests that a web page of another origin made: a form needs no permission to post. Browsers send these
 * headers and pages cannot change them; programs send neither.
 */
function isOfAnotherPage({ headers }: IncomingMessage, own: string): boolean {
  const site = headers['sec-fetch-site'] ?? 'none';
  return (headers.origin !== undefined && headers.origin !== own) || (site !== 'none' && site !== 'same-origin');
}

function isOfBank(path: string): boolean {
  return path.startsWith(`${THREE_D_SECURE_PATH}/`);
}

/** The page of a shop may lead its customer here, as to a bank; the bank's page then only asks. */
function isVisit({ method, headers }: IncomingMessage): boolean {
  return method === 'GET' && headers['sec-fetch-mode'] === 'navigate';
}

function headersOf(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
}
