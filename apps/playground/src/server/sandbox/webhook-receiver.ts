import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WebhookVerdict } from '@capture/core';
import type { Sandbox } from '@capture/sandbox';
import type { Client } from '../../providers/index.ts';
import type { DeliveryWay, JudgedDelivery } from '../../shared/api.ts';

const HOW = { 'as it is': {}, late: { delayMs: 700 }, twice: { times: 2 }, corrupted: { corrupt: true } } as const;
const MAX_BYTES = 64 * 1024;

/**
 * Lets the sandbox post a notification to a receiver on loopback that exists for this one delivery, and has the library judge the raw bytes that arrive, as a shop would.
 */
export async function deliverAndJudge(
  sandbox: Sandbox,
  client: Client,
  id: string,
  way: DeliveryWay,
): Promise<JudgedDelivery[]> {
  const judged: JudgedDelivery[] = [];
  const server = createServer((request, response) => {
    void rawBody(request).then(async (body) => {
      const verdict = body && (await client.webhook?.verify(body, request.headers));
      judged.push(judgedAs(way, verdict));
      response.writeHead(verdict?.status === 'verified' ? 200 : 400).end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const { port } = server.address() as AddressInfo;
    await sandbox.notifications.deliver(id, { to: `http://127.0.0.1:${port}/`, ...HOW[way] });
    return judged;
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

function judgedAs(way: DeliveryWay, verdict: WebhookVerdict | undefined): JudgedDelivery {
  if (!verdict) return { way, verdict: 'unverifiable', says: 'This provider has no signed notifications.' };
  if (verdict.status !== 'verified') return { way, verdict: verdict.status, says: verdict.reason };
  const { status, captureId, reference } = verdict.notification;
  const about = captureId ?? reference;
  return { way, verdict: 'verified', says: `says ${status}${about === undefined ? '' : ` of ${about}`}` };
}

async function rawBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
