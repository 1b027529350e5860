import { readFileSync } from 'node:fs';
import { money } from '@capture/core';
import { createPockyt, type PockytCaptureRequest, type PockytClient, type PockytOptions } from '../src/index.ts';

const protocol = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../protocol/${path}`, import.meta.url), 'utf8'));

interface Sample {
  readonly credentials: { readonly merchantNo: string; readonly storeNo: string; readonly token: string };
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Readonly<Record<string, string>>;
  };
  readonly response: { readonly status: number; readonly body: Answer };
}

/** An answer of Pockyt. */
export interface Answer {
  readonly ret_code: string;
  readonly ret_msg?: string;
  readonly result?: Readonly<Record<string, unknown>> | null;
}

/** The page's own example. */
export const sample = protocol('pockyt/sample.json') as Sample;

/** What other pages say of answers. */
export const answers = protocol('pockyt/response.json') as {
  readonly success: Answer;
  readonly pending: Answer;
  readonly returnCodes: Readonly<Record<string, string>>;
  readonly statuses: readonly string[];
};

/** Every published signature. */
export const signatures = (
  protocol('signatures.json') as {
    pockyt: { name: string; token: string; tokenMd5?: string; fields: Record<string, string>; signature: string }[];
  }
).pockyt;

/** The page's example in the words of this package. */
export const request = {
  amount: money('300', 'USD'),
  card: { number: '5425233430109903', cvv: '123', expiryMonth: '04', expiryYear: '2026' },
  reference: '1699583693607',
  notes: 'test note',
  customerNo: '2000299440486216204525',
  ipnUrl: 'https://zk-tys.yunkeguan.com/ttest/test',
  callbackUrl: 'http://zk-tys.yunkeguan.com/ttest/test2?status={status}',
} as const satisfies PockytCaptureRequest;

/** A client whose provider always gives this answer, and the bodies that it was sent. */
export function answering(
  body: unknown,
  { status = 200, ...options }: Partial<PockytOptions> & { readonly status?: number } = {},
): { readonly client: PockytClient; readonly sent: Record<string, unknown>[] } {
  const sent: Record<string, unknown>[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    sent.push((await new Request(url, init).json()) as Record<string, unknown>);
    return new Response(typeof body === 'string' ? body : JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/json' },
    });
  };
  return { client: createPockyt({ ...sample.credentials, fetch, ...options }), sent };
}
