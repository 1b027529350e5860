import type { ServerResponse } from 'node:http';
import type { Outcome } from './exchange.ts';

/** Puts an outcome on the wire, broken in the way that the fault asks for. */
export function sendOutcome(response: ServerResponse, outcome: Outcome): void {
  switch (outcome.kind) {
    case 'hang':
      return;
    // On a server, a connection that exists cannot be refused any more; the base URL of `refuse` leads elsewhere.
    case 'refuse':
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'garbage':
      response.socket?.end('\u0000\u0001this is not HTTP\r\n\r\n');
      return;
    case 'cut': {
      const body = Buffer.from(outcome.answer.body);
      response.writeHead(outcome.answer.status, { ...outcome.answer.headers, 'content-length': body.byteLength });
      // The half has to be handed over before the connection ends, or nothing of the answer would arrive.
      response.write(body.subarray(0, Math.floor(body.byteLength / 2)), () => response.socket?.end());
      return;
    }
    case 'answer':
      response.writeHead(outcome.answer.status, outcome.answer.headers).end(outcome.answer.body);
  }
}

/** Answers plain text: for what concerns the sandbox itself and no provider. */
export function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}
