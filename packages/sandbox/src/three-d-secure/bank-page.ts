import type { IncomingMessage, ServerResponse } from 'node:http';
import { collectBody } from '../http/request-body.ts';
import type { Sandbox } from '../contract.ts';
import type { Capture } from '../state/transactions.ts';
import { formatMajor } from '../state/money.ts';
import { THREE_D_SECURE_PATH } from './path.ts';

/** The pages of the simulated bank, below `THREE_D_SECURE_PATH`. */
export type BankHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Finds the payment that a page is about; `undefined` unless its response had an address for 3-D Secure. */
export type FindPayment = (id: string) => Capture | undefined;

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
  // Not no-referrer: the browser would then hide from which origin the form comes.
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
};

/** The bank at which a cardholder approves or declines a payment. Its buttons end a pending one. */
export function createBank({ completePending }: Pick<Sandbox, 'completePending'>, find: FindPayment): BankHandler {
  return async (request, response) => {
    const [path = ''] = (request.url ?? '').split('?');
    const payment = find(path.slice(THREE_D_SECURE_PATH.length + 1));
    if (!payment) {
      page(response, 404, '<p>This bank knows no such payment.</p>');
    } else if (request.method === 'POST') {
      const state = STATES[new URLSearchParams(await collectBody(request)).get('decision') ?? ''];
      if (!state) {
        page(response, 400, '<p>The decision is approve or decline.</p>');
        return;
      }
      // A second press, or the back button: the first decision stands.
      if (payment.state === 'pending') completePending({ ...payment, state });
      done(response, payment);
    } else if (payment.state === 'pending') page(response, 200, questionOf(payment));
    else done(response, payment);
  };
}

const STATES: Readonly<Record<string, 'captured' | 'declined'>> = { approve: 'captured', decline: 'declined' };

/** *documented*: the customer goes to the callbackUrl. *third-party*: `{status}` in it is replaced. */
function done(response: ServerResponse, { state, details }: Capture): void {
  const { callbackUrl } = details;
  if (typeof callbackUrl === 'string') {
    const location = callbackUrl.replaceAll('{status}', state === 'captured' ? 'success' : 'failed');
    response.writeHead(303, { ...HEADERS, location }).end();
  } else {
    page(response, 200, `<p>The payment is ${state === 'captured' ? 'approved' : 'declined'}. Close this page.</p>`);
  }
}

function questionOf({ amount, reference = '' }: Capture): string {
  return `<p>Payment of ${escaped(formatMajor(amount))} ${escaped(amount.currency)}, ${escaped(reference)}</p>
<form method="post">
<button name="decision" value="approve">Approve</button>
<button name="decision" value="decline">Decline</button>
</form>`;
}

function page(response: ServerResponse, status: number, content: string): void {
  response.writeHead(status, HEADERS).end(`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Simulated bank</title>
<h1>Simulated bank</h1>
<p>This is the sandbox: no money moves.</p>
${content}
</html>
`);
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (one) => `&#${String(one.charCodeAt(0))};`);
}
