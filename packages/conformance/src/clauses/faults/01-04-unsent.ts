import assert from 'node:assert/strict';
import { createServer as createTlsServer } from 'node:tls';
import type { AddressInfo, Socket } from 'node:net';
import { selfSigned } from '../../support/certificate.ts';
import { clientOf } from '../../support/client.ts';
import type { Behaviour } from '../../support/faulty-server.ts';
import { runOverLoopback, withServer } from '../../support/loopback.ts';
import { assertUnsent } from '../../support/assert-result.ts';
import { each, once } from '../../clause.ts';
import type { AnySubject } from '../../subject.ts';

type End = (socket: Socket) => void;
const RST: End = (socket) => void socket.resetAndDestroy();
const FIN: End = (socket) => void socket.end();

/** Failures before the TLS connection is established: no part of the request has been sent. */
const HANDSHAKES: Readonly<Record<string, Behaviour>> = {
  'the connection is reset at once': { onConnect: RST },
  'the connection is closed at once': { onConnect: FIN },
  'the connection is reset in the handshake': { onBytes: RST },
  'the connection is closed in the handshake': { onBytes: FIN },
  'the server speaks plain HTTP': { onConnect: (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n') },
  // A fatal alert: protocol version.
  'the server supports other versions only': { onBytes: (socket) => socket.end(Buffer.from('15030100020246', 'hex')) },
  'half a ServerHello': { onBytes: (socket) => socket.end(Buffer.from('160303007a02', 'hex')) },
  garbage: { onBytes: (socket) => socket.end('garbage'.repeat(20)) },
};

/**
 * Proves that a request that was never sent is reported as unsent: then, and only then, the capture may be sent again.
 */
export const unsentFaults = [
  once('F1', 'a refused connection is unsent', async (subject) => {
    const url = await withServer({}, (server) => Promise.resolve(server.url));
    const result = await clientOf(subject, { baseUrl: url }).capture(subject.request);
    assertUnsent(result);
    assert.equal(result.status === 'unsent' && result.error.code, 'connection_refused');
  }),
  once('F2', 'a host name that cannot be resolved is unsent', async (subject) => {
    const result = await clientOf(subject, { baseUrl: 'https://host.invalid' }).capture(subject.request);
    assertUnsent(result);
    assert.equal(result.status === 'unsent' && result.error.code, 'host_not_found');
  }),
  each('F3', 'a failed TLS handshake is unsent', (subject) => [
    ...Object.entries(HANDSHAKES).map(
      ([name, behaviour]) =>
        [
          name,
          async () => {
            const { result, executed } = await runOverLoopback(subject, behaviour, { scheme: 'https' });
            assertUnsent(result);
            assert.equal(executed, 0);
          },
        ] as const,
    ),
    [
      'the handshake stalls until the deadline',
      async () => {
        const { result } = await runOverLoopback(subject, {}, { scheme: 'https', options: { timeout: 200 } });
        assertUnsent(result);
      },
    ],
    ['the certificate is self-signed', () => assertDistrusted(subject)],
    ['the certificate has expired', () => assertDistrusted(subject, '210101000000Z')],
  ]),
  each(
    'F4',
    'a connection that ends before anything is read is unsent or unknown, and nothing is sent again',
    (subject) =>
      Object.entries({ 'RST at once': RST, 'FIN at once': FIN }).map(([name, end]) => [
        name,
        async () => {
          const { result } = await runOverLoopback(subject, { onConnect: end });
          assert.ok(result.status === 'unsent' || result.status === 'unknown', `it was ${result.status}`);
        },
      ]),
  ),
];

async function assertDistrusted(subject: AnySubject, until?: string): Promise<void> {
  let executed = 0;
  const server = createTlsServer(selfSigned(until), (socket) => {
    socket.on('error', () => undefined);
    socket.on('data', () => (executed += 1));
  });
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    const result = await clientOf(subject, { baseUrl: `https://127.0.0.1:${port}` }).capture(subject.request);
    assertUnsent(result);
    assert.equal(result.status === 'unsent' && result.error.code, 'tls_failed');
    assert.equal(
      result.status === 'unsent' && result.error.retriable,
      false,
      'a certificate that is not trusted is not a temporary failure',
    );
    assert.equal(executed, 0);
  } finally {
    server.close();
  }
}
