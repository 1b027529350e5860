import type { Socket } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { LookupKeys, WireRequest, WireResponse } from '../../../packages/core/src/index.ts';
import { createNodeTransport } from '../../../packages/core/src/node.ts';
import type { AnySubject } from '../../../packages/conformance/src/index.ts';
import { clientOf } from '../../../packages/conformance/src/support/client.ts';
import { faultyServer } from '../../../packages/conformance/src/support/faulty-server.ts';
import { responseBytes } from '../../../packages/conformance/src/support/http-response.ts';
import { receivedRequest } from '../../../packages/conformance/src/support/received-request.ts';
import { successFor, toWireResponse } from '../../../packages/conformance/src/support/sample-responses.ts';
import { providerPackages } from '../../workspace/workspace.ts';

// A response that is repeated on its connection after the next request was written cannot be distinguished from the
// response to that request. So no capture may be written to a connection that carried anything else.

type Respond = (wire: WireRequest) => WireResponse;

const SUBJECTS = await Promise.all(
  providerPackages().map(async ({ id }) => {
    const { subject } = (await import(`../../../packages/${id}/test/subject.ts`)) as { readonly subject: AnySubject };
    return subject;
  }),
);

/**
 * Responds to the first request, the second and so on, and repeats a response on its own connection as soon as the next
 * request was read, wherever that arrived, and before the response to it.
 */
async function repeatingServer(responses: readonly Respond[]) {
  let previous: { readonly socket: Socket; readonly bytes: Buffer } | undefined;
  const server = await faultyServer({
    onRequest: (socket, wire) => {
      const respond = responses[server.requests.length - 1];
      if (!respond) throw new Error('a request more than expected');
      const bytes = responseBytes(respond(wire));
      previous?.socket.write(previous.bytes);
      socket.write(bytes);
      previous = { socket, bytes };
    },
  });
  onTestFinished(() => server.close());
  return server;
}

const pooledClient = (subject: AnySubject, baseUrl: string) => {
  const transport = createNodeTransport({ keepAlive: true });
  onTestFinished(() => {
    transport.close();
  });
  return clientOf(subject, { baseUrl, transport });
};

/** Another value of the same form. */
const changed = (text: string): string => text.slice(0, -1) + (text.endsWith('1') ? '2' : '1');

/** A request with the required fields only: what names a payment is often optional. */
function requiredRequest({ request, required }: AnySubject): AnySubject['request'] {
  const { amount, ...others } = request;
  return { amount, ...Object.fromEntries(Object.entries(others).filter(([name]) => required.includes(name))) };
}

/** The same request for another payment of the same amount. */
function anotherRequest(request: AnySubject['request']): AnySubject['request'] {
  const ids = Object.entries(request).filter(([name]) => name === 'authorizationId' || name === 'reference');
  return { ...request, ...Object.fromEntries(ids.map(([name, id]) => [name, changed(String(id))])) };
}

const anotherPayment = (keys: LookupKeys): LookupKeys =>
  Object.fromEntries(
    Object.entries(keys).map(([name, value]) => [name, typeof value === 'string' ? changed(value) : value]),
  );

describe.each(SUBJECTS)('$id, connections kept', (subject) => {
  const first = requiredRequest(subject);
  const second = anotherRequest(first);
  const captured =
    (request: AnySubject['request']): Respond =>
    (wire) =>
      successFor(subject, wire, request);
  const refusals = subject.responses.declined.map(({ name, response }) => ({
    name,
    respond: (request: AnySubject['request']) => (wire: WireRequest) =>
      toWireResponse(response(receivedRequest(subject, request, wire))),
  }));

  test.each(refusals)(
    'a late success does not conceal this refusal of the next capture: $name',
    async ({ respond }) => {
      const server = await repeatingServer([captured(first), respond(second)]);
      const client = pooledClient(subject, server.url);
      expect((await client.capture(first)).status).toBe('captured');
      expect((await client.capture(second)).status).toBe('declined');
      expect(server.connections()).toBe(2);
    },
  );

  test.each(refusals)('this late refusal does not conceal the success of the next capture: $name', async (refusal) => {
    const server = await repeatingServer([refusal.respond(first), captured(second)]);
    const client = pooledClient(subject, server.url);
    expect((await client.capture(first)).status).toBe('declined');
    expect((await client.capture(second)).status).toBe('captured');
    expect(server.connections()).toBe(2);
  });

  describe.each(subject.lookup ?? [])('lookup $name', ({ keys, responses }) => {
    test.each(responses)('a late response about another payment decides nothing: $name', async ({ response }) => {
      const whole = toWireResponse(response);
      const server = await repeatingServer([() => whole, () => ({ status: 500, headers: {}, body: '{}' })]);
      const client = pooledClient(subject, server.url);
      await client.lookup?.(keys);
      const displaced = await client.lookup?.(anotherPayment(keys));
      expect(displaced).toMatchObject({ decides: false });
      // The response to the first one, not the 500.
      expect(displaced?.httpStatus).toBe(whole.status);
      expect(server.connections()).toBe(1);
    });

    test.each(responses)(
      'a late response to a lookup is not the response to a capture: $name',
      async ({ response }) => {
        const server = await repeatingServer([() => toWireResponse(response), captured(second)]);
        const client = pooledClient(subject, server.url);
        await client.lookup?.(keys);
        expect((await client.capture(second)).status).toBe('captured');
        expect(server.connections()).toBe(2);
      },
    );

    test('a late response to a capture is not the response to a lookup', async () => {
      const whole = toWireResponse(responses[0]!.response);
      const server = await repeatingServer([captured(first), () => whole, () => whole]);
      const client = pooledClient(subject, server.url);
      await client.capture(first);
      const { status } = (await client.lookup?.(keys))!;
      expect(status).toBe(responses[0]!.expected);
      expect(server.connections()).toBe(2);
    });
  });
});
