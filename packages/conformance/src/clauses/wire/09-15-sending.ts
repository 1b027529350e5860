import assert from 'node:assert/strict';
import type { Socket } from 'node:net';
import type { WireRequest } from '@capture/core';
import { parseStrictJson } from '@capture/core/provider';
import { fillPath } from '../../support/received-request.ts';
import { successFor, toWireResponse } from '../../support/sample-responses.ts';
import { clientOf, NOWHERE } from '../../support/client.ts';
import { respondingTransport } from '../../support/responding-transport.ts';
import { responseBytes } from '../../support/http-response.ts';
import { runOverLoopback, withServer } from '../../support/loopback.ts';
import { withValueAt } from '../../support/paths.ts';
import { requestSeen } from '../../support/sent-request.ts';
import { once } from '../../clause.ts';
import type { AnySubject } from '../../subject.ts';

/** A server that captures every request of the sample. */
const genuine = (subject: AnySubject) => ({
  onRequest: (socket: { end(data: Buffer): unknown }, wire: WireRequest) =>
    void socket.end(responseBytes(successFor(subject, wire))),
});

/** Proves that a request is well-formed HTTP, alone on its connection, and the one that the dry run shows. */
export const sending = [
  once('W9', 'no header and no body field is duplicated', async (subject) => {
    const { server } = await runOverLoopback(subject, genuine(subject));
    const [head = '', body = ''] = server.raw[0]?.split('\r\n\r\n') ?? [];
    const names = head
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(':', 1)[0]?.toLowerCase());
    assert.deepEqual(
      names.filter((name, index) => names.indexOf(name) !== index),
      [],
    );
    // The strict parser rejects duplicate keys.
    if (subject.wire.body === 'json') assert.notEqual(parseStrictJson(body), undefined);
    else assert.equal(new Set(new URLSearchParams(body).keys()).size, [...new URLSearchParams(body).keys()].length);
  }),
  once('W10', 'the Content-Length is the length of the body', async (subject) => {
    const { server } = await runOverLoopback(subject, genuine(subject));
    const { headers, body = '' } = server.requests[0] ?? assert.fail('no request was sent');
    assert.equal(Number(headers['content-length']), Buffer.byteLength(body));
  }),
  once('W11', 'the path of the base URL is preserved', async (subject) => {
    const transport = respondingTransport((wire) => successFor(subject, wire));
    const baseUrl = `${NOWHERE}/base/api/base/api`;
    await clientOf(subject, { transport, baseUrl }).capture(subject.request);
    assert.equal(transport.sent[0]?.url, baseUrl + fillPath(subject.wire.path, subject.request));
  }),
  once('W12', 'over HTTP/1.1 every capture has a connection of its own, apart from lookups as well', (subject) => {
    const lookup = subject.lookup?.[0];
    const found = lookup?.responses[0];
    const carried = new Map<Socket, string[]>();
    let operation: 'capture' | 'lookup' = 'capture';
    // The server leaves connections open: whether one is reused is the client's decision.
    const onRequest = (socket: Socket, wire: WireRequest): void => {
      carried.set(socket, [...(carried.get(socket) ?? []), operation]);
      const response = operation === 'lookup' && found ? toWireResponse(found.response) : successFor(subject, wire);
      socket.write(responseBytes(response));
    };
    return withServer({ onRequest }, async (server) => {
      const client = clientOf(subject, { baseUrl: server.url });
      for (operation of ['capture', 'capture', 'lookup', 'lookup', 'capture', 'lookup'] as const) {
        if (operation === 'capture') assert.equal((await client.capture(subject.request)).status, 'captured');
        else if (lookup) await client.lookup?.(lookup.keys);
      }
      const withCapture = [...carried.values()].filter((operations) => operations.includes('capture'));
      assert.deepEqual(withCapture, [['capture'], ['capture'], ['capture']]);
    });
  }),
  once('W13', 'concurrent captures do not mix', async (subject) => {
    const requests = [1200, 3400, 5600, 7800].map((minor) => withValueAt(subject.request, 'amount.minor', minor));
    const waiting: (() => void)[] = [];
    const transport = respondingTransport(async (wire) => {
      const request = requests[transport.sent.length - 1] ?? subject.request;
      await new Promise<void>((resolve) => waiting.unshift(resolve));
      return successFor(subject, wire, request);
    });
    const client = clientOf(subject, { transport });
    const results = requests.map((request) => client.capture(request));
    for (let turn = 0; turn < 50 && waiting.length < requests.length; turn += 1) await Promise.resolve();
    // The last request gets the first response.
    waiting.forEach((release) => {
      release();
    });
    for (const [index, result] of (await Promise.all(results)).entries()) {
      assert.equal(result.status, 'captured');
      assert.deepEqual(result.reportedAmount ?? result.amount, requests[index]?.amount);
    }
  }),
  once('W14', 'a dry run sends nothing and shows exactly what a capture would send', async (subject) => {
    const transport = respondingTransport(() => assert.fail('a dry run must not send'));
    const dry = clientOf(subject, { transport });
    const [first, second] = [dry.prepare(subject.request), dry.prepare(subject.request)];
    const sent = await requestSeen(subject);
    assert.deepEqual([first.method, first.url], [sent.method, sent.url]);
    // A nonce or a timestamp makes two dry runs differ: then there is no body to compare with.
    if (first.exactBody?.reveal() === second.exactBody?.reveal()) assert.equal(first.exactBody?.reveal(), sent.body);
    assert.deepEqual(Object.keys(first.headers), Object.keys(sent.headers));
  }),
  once('W15', 'a custom fetch is called once, with redirects disabled', async (subject) => {
    const calls: RequestInit[] = [];
    const fetch = async (url: string, init: RequestInit): Promise<Response> => {
      calls.push(init);
      const { headers, body, status } = successFor(subject, await wireOf(new Request(url, init)));
      return new Response(body, { status, headers });
    };
    assert.equal((await clientOf(subject, { fetch }).capture(subject.request)).status, 'captured');
    assert.equal(calls.length, 1);
    assert.equal(calls[0]?.redirect, 'manual');
  }),
];

async function wireOf(request: Request): Promise<WireRequest> {
  const headers = Object.fromEntries(request.headers);
  return { method: request.method as 'POST', url: request.url, headers, body: await request.text() };
}
