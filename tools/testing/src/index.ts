import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** What `protocol/` has of a page's sample. */
export interface Sample {
  readonly credentials: Readonly<Record<string, string>>;
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Readonly<Record<string, unknown>>;
  };
  readonly response: { readonly status: number; readonly body: Readonly<Record<string, unknown>> };
}

/** The page's sample, as data that nobody's code made. */
export function sampleOf(provider: string): Sample {
  const path = new URL(`../../../protocol/${provider}/sample.json`, import.meta.url);
  return JSON.parse(readFileSync(path, 'utf8')) as Sample;
}

/** A request as a server sees it. */
export interface Arrived {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** A server on loopback that keeps what arrives and always gives the same answer, until the test is over. */
export async function loopback(status: number, answer: unknown): Promise<{ baseUrl: string; arrived: Arrived[] }> {
  const arrived: Arrived[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method, url: path, headers } = request;
      arrived.push({ method, path, headers, body: Buffer.concat(chunks).toString('utf8') });
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
  });
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, arrived };
}

/** A `fetch` that keeps what it is asked and always gives the same answer: JSON, or text as it is. */
export function answering(status: number, answer: unknown) {
  const asked: Arrived[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const request = new Request(url, init);
    const { method, url: path, headers } = request;
    asked.push({ method, path, headers: Object.fromEntries(headers), body: await request.text() });
    const body = typeof answer === 'string' ? answer : JSON.stringify(answer);
    return new Response(body, { status, headers: { 'content-type': 'application/json' } });
  };
  return { fetch, asked };
}

/** An answer with one member changed, named by its dotted path. */
export function withMember(answer: unknown, path: string, value: unknown): Record<string, unknown> {
  const [name = '', ...rest] = path.split('.');
  const object = answer as Record<string, unknown>;
  return { ...object, [name]: rest.length === 0 ? value : withMember(object[name], rest.join('.'), value) };
}
