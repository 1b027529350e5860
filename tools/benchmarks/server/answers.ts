import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../workspace/workspace.ts';

/** What a request line is answered with. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

interface Sample {
  readonly baseUrl: string;
  readonly request: { readonly path: string };
  readonly response: { readonly status: number; readonly body: object };
}

/** Where the answer of a page's sample is not to the request of that sample: what fits the request that is measured. */
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

/** The answers of our providers' pages by the request line that asks for them. */
export function ourAnswer(id: string): { readonly line: string; readonly answer: Answer } {
  const { baseUrl, request, response } = JSON.parse(
    readFileSync(join(ROOT, 'protocol', id, 'sample.json'), 'utf8'),
  ) as Sample;
  const path = baseUrl.replace(/^https:\/\/[^/]+/, '') + request.path;
  const body = JSON.stringify({ ...response.body, ...FITTING[id] });
  return { line: `POST ${path}`, answer: { status: response.status, type: 'application/json', body } };
}

/** The whole table: a request line that is not in it is answered with 404. */
export function answers(ours: readonly string[]): Map<string, Answer> {
  const table = new Map(ours.map(ourAnswer).map(({ line, answer }) => [line, answer]));
  for (const [line, file] of Object.entries(THEIRS)) {
    const text = readFileSync(join(import.meta.dirname, 'answers', file), 'utf8');
    const xml = file.endsWith('.xml');
    const body = xml ? text : JSON.stringify(JSON.parse(text));
    table.set(line, { status: xml ? 200 : 201, type: xml ? 'application/xml' : 'application/json', body });
  }
  return table;
}
