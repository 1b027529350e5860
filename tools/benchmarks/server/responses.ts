import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../workspace/workspace.ts';

/** The response to a request line. */
export interface PreparedResponse {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

interface Sample {
  readonly baseUrl: string;
  readonly request: { readonly path: string };
  readonly response: { readonly status: number; readonly body: object };
}

/** Members that fit the measured request, where a page's sample response belongs to another request. */
const FITTING: Readonly<Record<string, object>> = {
  payfull: { total: '23.02', merchant_trx_id: 'order-1042' },
};

/**
 * The request lines of lookups, to which the server responds as to the capture: what a lookup reads is in it. Where
 * the two differ, the members of the lookup. Payfull's is the line of its capture.
 */
const LOOKUPS: Readonly<Record<string, { readonly line: string; readonly status?: number; readonly more?: object }>> = {
  firstoken: { line: 'GET /v1/payments/transactions/0001708980791641783622' },
  freepayment: { line: 'GET /beyag/transactions/2-310b0da80b' },
  paymentoptions: {
    line: 'GET /api/v1/api/v1/server-to-server-interface/transaction/status/9dfd39ec-eb4a-4f8b-a526-17abf140a717',
    status: 200,
    more: { status_code: 200 },
  },
  pockyt: { line: 'POST /app-data-search/v3/tran-query' },
};

const THEIRS: Readonly<Record<string, string>> = {
  'POST /v1/payment_intents/pi_benchmark/capture': 'stripe.json',
  'POST /v2/payments/benchmark/complete': 'square.json',
  'POST /v72/payments/BENCHMARK/captures': 'adyen.json',
  'POST /v2/payments/tr_benchmark/captures': 'mollie.json',
  'PUT /merchants/benchmark/transactions/benchmark/submit_for_settlement': 'braintree.xml',
};

/** A response with the request line that it belongs to. */
interface Line {
  readonly line: string;
  readonly response: PreparedResponse;
}

/** The response of a provider's page. */
export function ourResponse(id: string): Line {
  const {
    baseUrl,
    request,
    response: sample,
  } = JSON.parse(readFileSync(join(ROOT, 'protocol', id, 'sample.json'), 'utf8')) as Sample;
  const path = baseUrl.replace(/^https:\/\/[^/]+/, '') + request.path;
  const body = JSON.stringify({ ...sample.body, ...FITTING[id] });
  return { line: `POST ${path}`, response: { status: sample.status, type: 'application/json', body } };
}

function lookupResponse(id: string): Line[] {
  const lookup = LOOKUPS[id];
  if (!lookup) return [];
  const { response } = ourResponse(id);
  const body = JSON.stringify({ ...(JSON.parse(response.body) as object), ...lookup.more });
  return [{ line: lookup.line, response: { ...response, status: lookup.status ?? response.status, body } }];
}

/** All responses by request line. */
export function responses(ours: readonly string[]): Map<string, PreparedResponse> {
  const lines = ours.flatMap((id) => [ourResponse(id), ...lookupResponse(id)]);
  const table = new Map(lines.map(({ line, response }) => [line, response]));
  for (const [line, file] of Object.entries(THEIRS)) {
    const content = readFileSync(join(import.meta.dirname, 'responses', file), 'utf8');
    const xml = file.endsWith('.xml');
    const body = xml ? content : JSON.stringify(JSON.parse(content));
    table.set(line, { status: xml ? 200 : 201, type: xml ? 'application/xml' : 'application/json', body });
  }
  return table;
}
