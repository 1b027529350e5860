import type { ServerResponse } from 'node:http';
import type { RequestLog } from '../log/request-log.ts';

/** Streams every request from now on as server-sent events: the event `request` with the entry of the log as JSON. */
export function streamRequests(log: RequestLog, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  // The first line reaches the client before the first request does.
  response.write(': listening\n\n');
  const end = log.onRequest((request) => {
    response.write(`id: ${request.id}\nevent: request\ndata: ${JSON.stringify(request)}\n\n`);
  });
  response.on('close', end);
}
