import { createPublicKey, verify } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { send } from '../../test/sample.ts';
import { createSandbox, type Sandbox } from '../index.ts';
import { verifySign } from '../providers/pockyt/signature.ts';

const withIpnUrl = (url: string) => ({ edit: (body: Record<string, unknown>) => (body['ipnUrl'] = url) });

function isSigned({ notifications }: Sandbox, body: string, signature: string | undefined): boolean {
  const key = createPublicKey({ key: Buffer.from(notifications.publicKey, 'base64'), format: 'der', type: 'spki' });
  return verify('RSA-SHA256', Buffer.from(body), key, Buffer.from(signature ?? '', 'base64'));
}

describe('pockyt', () => {
  test('a capture with an ipnUrl queues a form, signed over all its members', async () => {
    const sandbox = createSandbox({ clock: () => new Date('2026-04-01T12:00:00Z') });
    await send(sandbox, 'pockyt');
    const [notification] = sandbox.notifications.list();
    expect(notification).toMatchObject({
      provider: 'pockyt',
      state: 'captured',
      url: 'https://zk-tys.yunkeguan.com/ttest/test',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    const members = Object.fromEntries(new URLSearchParams(notification?.body));
    expect(members).toMatchObject({
      amount: '300.00',
      completedAt: '2026-04-01T12:00:00Z',
      note: 'test note',
      reference: '1699583693607',
      status: 'success',
    });
    expect(members['verifySign']).toBe(verifySign(members, sandbox.credentials.pockyt.token));
    expect(notification?.body).not.toMatch(/5425233430109903|cvv/i);
  });

  test('a capture without an ipnUrl queues no notification', async () => {
    const sandbox = createSandbox();
    await send(sandbox, 'pockyt', { edit: (body) => delete body['ipnUrl'] });
    expect(sandbox.notifications.list()).toEqual([]);
  });
});

test("freepayment sends the body of a response, a signature over its bytes, and the shop's credentials", async () => {
  const sandbox = createSandbox();
  await send(sandbox, 'freepayment');
  const [notification] = sandbox.notifications.list();
  expect(JSON.parse(notification?.body ?? '')).toMatchObject({
    transaction: { type: 'capture', status: 'successful' },
  });
  expect(notification?.headers['authorization']).toBe('Basic MTIzNDU6c2FuZGJveC1zZWNyZXQta2V5');
  expect(isSigned(sandbox, notification?.body ?? '', notification?.headers['content-signature'])).toBe(true);
  expect(isSigned(sandbox, `${notification?.body ?? ''} `, notification?.headers['content-signature'])).toBe(false);
  expect(sandbox.notifications.publicKeyPem).toContain('BEGIN PUBLIC KEY');
});

test('a body that was parsed and written again, or read in another charset, has not the bytes that were signed', async () => {
  const sandbox = createSandbox();
  await send(sandbox, 'freepayment');
  const [{ body, headers } = { body: '', headers: {} as Record<string, string> }] = sandbox.notifications.list();
  const signature = headers['content-signature'];
  const again = JSON.stringify(JSON.parse(body));
  const latin1 = Buffer.from(body).toString('latin1');
  expect(isSigned(sandbox, body, signature)).toBe(true);
  for (const other of [again, again.replaceAll('/', String.raw`\/`), JSON.stringify(JSON.parse(body), null, 1), latin1])
    expect(isSigned(sandbox, other, signature)).toBe(false);
});

test('a form is not what URLSearchParams writes, nor in the order of its signature', async () => {
  const sandbox = createSandbox();
  await send(sandbox, 'pockyt');
  const [{ body } = { body: '' }] = sandbox.notifications.list();
  const parameters = new URLSearchParams(body);
  expect(parameters.toString()).not.toBe(body);
  expect(body).toContain('note=test%20note');
  const names = [...parameters.keys()];
  expect(names).not.toEqual(names.toSorted());
});

test('completing a pending capture queues a second notification', async () => {
  const sandbox = createSandbox();
  const amount = { minor: 50, currency: 'USD' };
  const { id } = sandbox.authorize({ provider: 'freepayment', amount, reference: 'pending-1' });
  await send(sandbox, 'freepayment', { edit: (body) => Object.assign(body['request'] as object, { parent_uid: id }) });
  const captureId = sandbox.truth.captures()[0]?.captureId ?? '';
  sandbox.completePending({ provider: 'freepayment', captureId, state: 'declined' });
  expect(sandbox.notifications.list().map(({ state }) => state)).toEqual(['pending', 'declined']);
  expect(() => {
    sandbox.completePending({ provider: 'freepayment', captureId, state: 'captured' });
  }).toThrow('no pending capture');
});

describe('delivery', () => {
  const received: { body: string; headers: IncomingHttpHeaders }[] = [];
  /** The next responses of the receiver; after them it acknowledges. */
  const replies: [status: number, body: string][] = [];
  let capturesAtDelivery = 0;
  let sandbox: Sandbox;
  const receiver = createServer((request, response) => {
    void text(request).then((body) => {
      received.push({ body, headers: request.headers });
      capturesAtDelivery = sandbox.truth.captures().length;
      const [status, reply] = replies.shift() ?? [200, 'success'];
      response.writeHead(status).end(reply);
    });
  });
  const address = () => `http://127.0.0.1:${String((receiver.address() as AddressInfo).port)}/ipn`;

  beforeEach(async () => {
    received.length = 0;
    replies.length = 0;
    sandbox = createSandbox();
    await once(receiver.listen(0, '127.0.0.1'), 'listening');
  });
  afterEach(() => receiver.close());

  test('a delivery posts the body and headers as they are listed', async () => {
    await send(sandbox, 'freepayment');
    expect(await sandbox.notifications.deliver('all', { to: address() })).toEqual([
      { id: 'n1', status: 200, body: 'success' },
    ]);
    const [notification] = sandbox.notifications.list();
    expect(received).toMatchObject([{ body: notification?.body, headers: notification?.headers }]);
  });

  test('a delivery can be delayed, repeated, and corrupted in one byte', async () => {
    await send(sandbox, 'pockyt', withIpnUrl(address()));
    const [notification] = sandbox.notifications.list();
    await sandbox.notifications.deliver('n1', { times: 2, delayMs: 1 });
    await sandbox.notifications.deliver('n1', { corrupt: true });
    expect(received.map(({ body }) => body === notification?.body)).toEqual([true, true, false]);
    expect(received[2]?.body).toHaveLength(notification?.body.length ?? 0);
  });

  test('a notification can be delivered before the response to its capture', async () => {
    sandbox = createSandbox({ webhookBeforeResponse: true });
    await send(sandbox, 'pockyt', withIpnUrl(address()));
    expect(received).toHaveLength(1);
    expect(capturesAtDelivery).toBe(1);
  });

  test('a notification is sent again as documented, until the receiver responds with the plain text success', async () => {
    replies.push([500, 'success'], [200, '{"status":"success"}']);
    await send(sandbox, 'pockyt', withIpnUrl(address()));
    expect(await sandbox.notifications.deliver('n1', { resend: { hourMs: 0 } })).toEqual([
      { id: 'n1', minute: 0, status: 500, body: 'success', failure: 'status 500' },
      { id: 'n1', minute: 15, status: 200, body: '{"status":"success"}', failure: 'the body is not the plain text success' }, // prettier-ignore
      { id: 'n1', minute: 30, status: 200, body: 'success' },
    ]);
    expect(new Set(received.map(({ body }) => body)).size).toBe(1);
  });

  test('it is sent nine times at most, over two hours', async () => {
    replies.push(...Array.from({ length: 20 }, (): [number, string] => [200, 'OK']));
    await send(sandbox, 'pockyt', withIpnUrl(address()));
    const deliveries = await sandbox.notifications.deliver('n1', { resend: { hourMs: 40 } });
    expect(deliveries.map(({ minute }) => minute)).toEqual([0, 15, 30, 45, 60, 75, 90, 105, 120]);
    expect(received).toHaveLength(9);
  });

  test('no schedule is made up where no page documents one', async () => {
    await send(sandbox, 'freepayment');
    const options = { to: address(), resend: { hourMs: 0 } };
    await expect(sandbox.notifications.deliver('n1', options)).rejects.toThrow('No page documents when freepayment');
    replies.push([503, '']);
    expect(await sandbox.notifications.deliver('n1', { to: address() })).toMatchObject([{ failure: 'status 503' }]);
    expect(received).toHaveLength(1);
  });

  test('a delivery goes to loopback addresses only', async () => {
    await send(sandbox, 'pockyt');
    await send(sandbox, 'freepayment');
    await expect(sandbox.notifications.deliver('n1')).rejects.toThrow('loopback addresses only');
    await expect(sandbox.notifications.deliver('n2')).rejects.toThrow('no address of its own');
    await expect(sandbox.notifications.deliver('n1', { to: 'file:///etc/passwd' })).rejects.toThrow('loopback');
    await expect(sandbox.notifications.deliver('n9')).rejects.toThrow('no notification with this id');
  });

  test('an unreachable receiver is reported, not thrown', async () => {
    await send(sandbox, 'freepayment');
    const server = await sandbox.listen();
    const to = server.baseUrl('freepayment', { fault: 'refuse' });
    expect(await sandbox.notifications.deliver('n1', { to })).toEqual([{ id: 'n1', failure: 'ECONNREFUSED' }]);
    await server.close();
  });
});
