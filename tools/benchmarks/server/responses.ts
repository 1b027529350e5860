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

const THEIRS: Readonly<Record<string, string>> = {
  'POST /v1/payment_intents/pi_benchmark/capture': 'stripe.json',
  'POST /v2/payments/benchmark/complete': 'square.json',
  'POST /v72/payments/BENCHMARK/captures': 'adyen.json',
  'POST /v2/payments/tr_benchmark/captures': 'mollie.json',
  'PUT /merchants/benchmark/transactions/benchmark/submit_for_settlement': 'braintree.xml',
};

/** The response of a provider's page, with the request line that it belongs to. */
export function ourResponse(id: string): { readonly line: string; readonly response: PreparedResponse } {
  const {
    baseUrl,
    request,
    response: sample,
  } = JSON.parse(readFileSync(join(ROOT, 'protocol', id, 'sample.json'), 'utf8')) as Sample;
  const path = baseUrl.replace(/^https:\/\/[^/]+/, '') + request.path;
  const body = JSON.stringify({ ...sample.body, ...FITTING[id] });
  return { line: `POST ${path}`, response: { status: sample.status, type: 'application/json', body } };
}

/** All responses by request line. */
export function responses(ours: readonly string[]): Map<string, PreparedResponse> {
  const table = new Map(ours.map(ourResponse).map(({ line, response }) => [line, response]));
  for (const [line, file] of Object.entries(THEIRS)) {
    const content = readFileSync(join(import.meta.dirname, 'responses', file), 'utf8');
    const xml = file.endsWith('.xml');
    const body = xml ? content : JSON.stringify(JSON.parse(content));
    table.set(line, { status: xml ? 200 : 201, type: xml ? 'application/xml' : 'application/json', body });
  }
  return table;
}
