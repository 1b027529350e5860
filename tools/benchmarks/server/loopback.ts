// The server of all measurements, in its own process: it looks up the request line and writes prepared bytes. It prints
// its port.
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { PROVIDERS } from '../contenders.ts';
import { responses, type PreparedResponse } from './responses.ts';
import { takeRequest } from './requests.ts';

const table = new Map(
  [...responses(PROVIDERS)].map(([line, response]) => [
    line,
    { kept: bytes(response, ''), closing: bytes(response, 'connection: close\r\n') },
  ]),
);
const notFound: PreparedResponse = { status: 404, type: 'text/plain', body: 'no response for this request line' };

/** While it is an array, responses wait in it: the slow server. */
let waiting: (() => void)[] | undefined;

const server = createServer({ noDelay: true }, (socket) => {
  let rest: Buffer = Buffer.alloc(0);
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (;;) {
      const taken = takeRequest(rest);
      if (!taken) return;
      rest = taken.rest;
      respond(socket, taken.line, taken.close);
    }
  });
});
process.stdin.resume().once('end', () => process.exit());
server.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, () => {
  process.stdout.write(`${String((server.address() as AddressInfo).port)}\n`);
});

function respond(socket: Socket, line: string, close: boolean): void {
  if (line.startsWith('GET /-/')) {
    socket.end(bytes({ status: 200, type: 'text/plain', body: control(line.slice(7)) }, 'connection: close\r\n'));
    return;
  }
  const prepared = table.get(line);
  const send = (): void => {
    if (!prepared) socket.end(bytes(notFound, 'connection: close\r\n'));
    else if (close) socket.end(prepared.closing);
    else socket.write(prepared.kept);
  };
  if (waiting) waiting.push(send);
  else send();
}

/** `hold`: no response from now on. `waiting`: the number of held ones. `release`: sends them, and all later ones. */
function control(order: string): string {
  if (order === 'hold') waiting = [];
  const count = waiting?.length ?? 0;
  if (order === 'release') {
    for (const send of waiting ?? []) send();
    waiting = undefined;
  }
  return String(count);
}

function bytes({ status, type, body }: PreparedResponse, more: string): Buffer {
  const length = Buffer.byteLength(body);
  return Buffer.from(
    `HTTP/1.1 ${String(status)} x\r\ncontent-type: ${type}\r\ncontent-length: ${String(length)}\r\n${more}\r\n${body}`,
  );
}
