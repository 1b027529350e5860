import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** The sample of a provider's page, as `protocol/` has it. */
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

/** The page's sample, as data that no code of ours produced. */
export function sampleOf(provider: string): Sample {
  const path = new URL(`../../../protocol/${provider}/sample.json`, import.meta.url);
  return JSON.parse(readFileSync(path, 'utf8')) as Sample;
}

/** A request as a server receives it. */
export interface Arrived {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** A server on loopback that records requests and always sends the same response, until the test is over. */
export async function loopback(status: number, body: unknown): Promise<{ baseUrl: string; arrived: Arrived[] }> {
  const arrived: Arrived[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method, url: path, headers } = request;
      arrived.push({ method, path, headers, body: Buffer.concat(chunks).toString('utf8') });
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
  });
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, arrived };
}

/** A `fetch` that records requests and always returns the same response: JSON, or a string as it is. */
export function answering(status: number, content: unknown) {
  const asked: Arrived[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const request = new Request(url, init);
    const { method, url: path, headers } = request;
    asked.push({ method, path, headers: Object.fromEntries(headers), body: await request.text() });
    const body = typeof content === 'string' ? content : JSON.stringify(content);
    return new Response(body, { status, headers: { 'content-type': 'application/json' } });
  };
  return { fetch, asked };
}

/** A response with one member changed, named by its dotted path. */
export function withMember(response: unknown, path: string, value: unknown): Record<string, unknown> {
  const [name = '', ...rest] = path.split('.');
  const object = response as Record<string, unknown>;
  return { ...object, [name]: rest.length === 0 ? value : withMember(object[name], rest.join('.'), value) };
}
