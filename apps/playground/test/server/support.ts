import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPlayground, type Playground, type PlaygroundOptions } from '../../src/server/playground.ts';

/** Runs a job with a playground whose page is a single line. */
export async function withPlayground(
  job: (playground: Playground) => Promise<void>,
  options: Partial<PlaygroundOptions> = {},
): Promise<void> {
  const page = mkdtempSync(join(tmpdir(), 'capture-page-'));
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>page</title>');
  writeFileSync(join(page, 'secret.pem'), 'private');
  const playground = await startPlayground({ page, port: 0, sandboxTimeout: 400, ...options });
  try {
    await job(playground);
  } finally {
    await playground.close();
    rmSync(page, { recursive: true, force: true });
  }
}

/** A response, read completely. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** A raw request: unlike `fetch`, it lets a test choose the Host, the Origin and the fetch metadata. */
export function send(
  { origin }: Playground,
  path: string,
  {
    method = 'GET',
    headers = {},
    body,
  }: { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: string } = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request(`${origin}${path}`, { method, headers, agent: false }, (response) => {
      let received = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (received += chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: received });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** A `GET` whose request line has this target, unchanged. */
export function sendTarget({ origin }: Playground, target: string): Promise<Reply> {
  const { hostname, port, host } = new URL(origin);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path: target, headers: { host }, agent: false }, (response) => {
      let received = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (received += chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: received });
      });
    })
      .on('error', reject)
      .end();
  });
}

/** The headers of our own page. */
export function ownHeaders({ origin, token }: Playground): Record<string, string> {
  return { 'content-type': 'application/json', 'x-capture-session': token, origin, 'sec-fetch-site': 'same-origin' };
}

/** A request as our own page sends it. */
export function call(
  playground: Playground,
  path: string,
  body: unknown,
  more: Record<string, string> = {},
): Promise<Reply> {
  const json = typeof body === 'string' ? body : JSON.stringify(body);
  return send(playground, path, { method: 'POST', headers: { ...ownHeaders(playground), ...more }, body: json });
}

export const PAYFULL = {
  authorizationId: 'T4U_8d8125d10a_481a77f38',
  amount: '23.02',
  'amount.currency': 'TRY',
  clientIp: '192.168.1.1',
} as const;

export const POCKYT = {
  amount: '300.00',
  'amount.currency': 'USD',
  'card.number': '5425233430109903',
  'card.cvv': '987',
  'card.expiryMonth': '04',
  'card.expiryYear': '2026',
  reference: 'order-1042',
} as const;
