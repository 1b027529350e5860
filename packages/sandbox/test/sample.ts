import { readFileSync } from 'node:fs';
import { hash } from '../src/providers/payfull/signature.ts';
import { verifySign } from '../src/providers/pockyt/signature.ts';
import type { Sandbox } from '../src/contract.ts';
import type { ProviderName } from '../src/state/provider-names.ts';

export interface Sample {
  baseUrl: string;
  credentials: Record<string, string>;
  request: { method: string; path: string; headers: Record<string, string>; encoding: 'json' | 'form'; body: Body };
  response: { status: number; body: Body };
  amount: { minor: number; currency: string };
}

// Tests read bodies freely; a type for every provider's shape would add nothing to them.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Body = Record<string, any>;

/** A provider's documented example, from `protocol/`. */
export function sampleOf(provider: ProviderName): Sample {
  const path = new URL(`../../../protocol/${provider}/sample.json`, import.meta.url);
  return JSON.parse(readFileSync(path, 'utf8')) as Sample;
}

export interface Change {
  /** Edits the body before it is signed, where the provider signs bodies. */
  edit?: (body: Body) => void;
  /** Edits the body after it is signed, as a forger could. */
  tamper?: (body: Body) => void;
  path?: string;
  method?: string;
  headers?: Record<string, string>;
  rawBody?: string;
}

/** The example request with changes, as arguments of `fetch`. */
export function request(provider: ProviderName, baseUrl: string, change: Change = {}): [string, RequestInit] {
  const { request: sample } = sampleOf(provider);
  const body = structuredClone(sample.body);
  change.edit?.(body);
  sign(provider, body);
  change.tamper?.(body);
  const encoded = sample.encoding === 'form' ? new URLSearchParams(body).toString() : JSON.stringify(body);
  const method = change.method ?? sample.method;
  return [
    baseUrl + (change.path ?? sample.path),
    {
      method,
      headers: { ...sample.headers, ...change.headers },
      ...(method === 'POST' && { body: change.rawBody ?? encoded }),
      redirect: 'manual',
    },
  ];
}

/** Sends the example request with changes in process, and reads the response. */
export async function send(sandbox: Sandbox, provider: ProviderName, change: Change = {}) {
  const response = await sandbox.fetch(...request(provider, sandbox.baseUrl(provider), change));
  return { status: response.status, body: (await response.json()) as Body };
}

export function sign(provider: ProviderName, body: Body): void {
  const { credentials } = sampleOf(provider);
  const fields = body as Record<string, string>;
  if (provider === 'pockyt') body['verifySign'] = verifySign(fields, credentials['token'] ?? '');
  if (provider === 'payfull') body['hash'] = hash(fields, credentials['password'] ?? '');
}
