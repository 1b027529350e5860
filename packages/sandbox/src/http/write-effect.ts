import type { ServerResponse } from 'node:http';
import type { WireEffect } from '../faults/wire-effect.ts';

/** Produces an effect on the wire. */
export function writeEffect(response: ServerResponse, effect: WireEffect): void {
  switch (effect.kind) {
    case 'hang':
      return;
    // An established connection can no longer be refused; the base URL of `refuse` leads to another port.
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
      // The first half has to be flushed before the connection ends, or no part of the response would arrive.
      response.write(body.subarray(0, Math.floor(body.byteLength / 2)), () => response.socket?.end());
      return;
    }
    case 'response':
      response.writeHead(effect.response.status, effect.response.headers).end(effect.response.body);
  }
}

/** Responds in plain text, where the sandbox itself responds and not a provider. */
export function writeText(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${message}\n`);
}

/** Responds in JSON, where the sandbox itself responds and not a provider. */
export function writeJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(`${JSON.stringify(body)}\n`);
}
