import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WebhookVerdict } from '@capture/core';
import type { Sandbox } from '@capture/sandbox';
import type { Client } from '../../providers/index.ts';
import type { DeliveryMode, DeliveryReport } from '../../shared/api.ts';

const DELIVERY_OPTIONS = {
  unchanged: {},
  late: { delayMs: 700 },
  twice: { times: 2 },
  tampered: { corrupt: true },
} as const;
const MAX_BYTES = 64 * 1024;

/**
 * Has the sandbox post a notification to a receiver on loopback that exists for this one delivery. The library verifies
 * the raw bytes that arrive, as it does in a merchant's server.
 */
export async function deliverAndVerify(
  sandbox: Sandbox,
  client: Client,
  id: string,
  mode: DeliveryMode,
): Promise<DeliveryReport[]> {
  const reports: DeliveryReport[] = [];
  const server = createServer((request, response) => {
    void rawBody(request).then(async (body) => {
      const verdict = body && (await client.webhook?.verify(body, request.headers));
      reports.push(reportOf(mode, verdict));
      response.writeHead(verdict?.status === 'verified' ? 200 : 400).end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const { port } = server.address() as AddressInfo;
    await sandbox.notifications.deliver(id, { to: `http://127.0.0.1:${port}/`, ...DELIVERY_OPTIONS[mode] });
    return reports;
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

function reportOf(mode: DeliveryMode, verdict: WebhookVerdict | undefined): DeliveryReport {
  if (!verdict) return { mode, verdict: 'unverifiable', description: 'This provider does not sign its notifications.' };
  if (verdict.status !== 'verified') return { mode, verdict: verdict.status, description: verdict.reason };
  const { status, captureId, reference } = verdict.event;
  const subject = captureId ?? reference;
  return { mode, verdict: 'verified', description: subject === undefined ? status : `${status}, ${subject}` };
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
