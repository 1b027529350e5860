import type { ServerResponse } from 'node:http';
import type { WireEffect } from '../faults/wire-effect.ts';

/** Puts an effect on the wire, broken in the way that the fault asks for. */
export function writeEffect(response: ServerResponse, effect: WireEffect): void {
  switch (effect.kind) {
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
      const body = Buffer.from(effect.response.body);
      response.writeHead(effect.response.status, { ...effect.response.headers, 'content-length': body.byteLength });
      // The half has to be handed over before the connection ends, or nothing of the answer would arrive.
      response.write(body.subarray(0, Math.floor(body.byteLength / 2)), () => response.socket?.end());
      return;
    }
    case 'response':
      response.writeHead(effect.response.status, effect.response.headers).end(effect.response.body);
  }
}

/** Answers plain text: for what concerns the sandbox itself and no provider. */
export function writeText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}
