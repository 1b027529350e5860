import assert from 'node:assert/strict';
import { createServer as createTlsServer } from 'node:tls';
import type { AddressInfo } from 'node:net';
import type { CaptureResult, ErrorDetail } from '@capture/core';
import { each, type Proof } from '../../clause.ts';
import { captureWithRawResponse, lookupWith } from '../../support/capture-with.ts';
import { selfSigned } from '../../support/certificate.ts';
import { clientOf } from '../../support/client.ts';
import type { Behaviour } from '../../support/faulty-server.ts';
import { responseHead } from '../../support/http-response.ts';
import { runOverLoopback, withServer } from '../../support/loopback.ts';
import { lookupCases } from '../../support/lookup-cases.ts';
import type { AnySubject } from '../../subject.ts';

const PAGE = '<!doctype html><html><head><title>404 Not Found</title></head></html>';

/** Handshakes that fail, and the detail of each. */
const HANDSHAKES: Readonly<Record<string, readonly [Behaviour, ErrorDetail]>> = {
  'plain HTTP in place of TLS': [
    { onConnect: (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n') },
    'tls_not_spoken',
  ],
  // A fatal alert: protocol version.
  'another version of TLS': [
    { onBytes: (socket) => socket.end(Buffer.from('15030100020246', 'hex')) },
    'tls_version_mismatch',
  ],
};

/** Responses that cannot be read, in bytes, and the detail of each. */
const UNREADABLE: Readonly<Record<string, readonly [Buffer, ErrorDetail]>> = {
  'no body': [written(''), 'empty_body'],
  'a page': [written(PAGE), 'html_page'],
  'a line of text': [written('OK'), 'not_json'],
  'half an object': [written('{"kit":"unhe'), 'truncated'],
  'a string': [written('"captured"'), 'not_an_object'],
  'another charset': [written('{}', 'content-type: application/json; charset=utf-16'), 'charset'],
  'bytes that are not UTF-8': [written(Buffer.from([0xc3, 0x28])), 'not_utf_8'],
  'a body of 300 KiB': [written(' '.repeat(300 * 1024)), 'too_long'],
};

function written(body: string | Buffer, ...headers: string[]): Buffer {
  const bytes = Buffer.from(body);
  return Buffer.concat([Buffer.from(responseHead(200, [...headers, `content-length: ${bytes.length}`])), bytes]);
}

/** Headers of a response, and the wait that they demand in seconds. */
const WAITS: readonly (readonly [headers: Readonly<Record<string, string>>, seconds: number | undefined])[] = [
  [{ 'retry-after': '7' }, 7],
  [{ 'retry-after': 'Mon, 02 Mar 2026 10:01:00 GMT', date: 'Mon, 02 Mar 2026 10:00:00 GMT' }, 60],
  [{ 'retry-after': 'Mon, 02 Mar 2026 09:00:00 GMT', date: 'Mon, 02 Mar 2026 10:00:00 GMT' }, 0],
  [{ 'retry-after': 'soon' }, undefined],
  [{}, undefined],
];

/** Proves that an error names the trouble, so that a person need not look into the network. */
export const namedTroubles = [
  each('F16', 'an unsent capture names the trouble, without a word of the network’s error', (subject) => [
    [
      'a refused connection',
      async () => {
        const url = await withServer({}, (server) => Promise.resolve(server.url));
        assertDetail(await clientOf(subject, { baseUrl: url }).capture(subject.request), 'connection_refused');
      },
    ],
    [
      'an unknown host name',
      async () => {
        const result = await clientOf(subject, { baseUrl: 'https://host.invalid' }).capture(subject.request);
        // The name server of this machine may be out of reach.
        assertDetail(result, 'dns_not_found', 'dns_temporary_failure');
      },
    ],
    ['a self-signed certificate', () => assertSelfSigned(subject)],
    ...Object.entries(HANDSHAKES).map(([name, [behaviour, detail]]): Proof => [
      name,
      async () => {
        assertDetail((await runOverLoopback(subject, behaviour, { scheme: 'https' })).result, detail);
      },
    ]),
  ]),
  each('F17', 'an unreadable response names the reason', (subject) =>
    Object.entries(UNREADABLE).map(([name, [bytes, detail]]) => [
      name,
      async () => {
        const { result } = await runOverLoopback(subject, { onRequest: (socket) => void socket.end(bytes) });
        assert.equal(result.status, 'unknown');
        assertDetail(result, detail);
      },
    ]),
  ),
  each('F18', 'the wait that a response demands is reported in seconds', (subject) =>
    WAITS.flatMap(([headers, seconds]): Proof[] => [
      [
        `a capture with ${JSON.stringify(headers)}`,
        async () => {
          const { result } = await captureWithRawResponse(subject, () => ({ status: 503, headers, body: '' }));
          assert.equal(errorOf(result)?.retryAfter, seconds);
        },
      ],
      ...lookupCases(subject, ({ name, keys }) => [
        [
          `a lookup ${name} with ${JSON.stringify(headers)}`,
          async () => {
            const { result } = await lookupWith(subject, keys, () => ({ status: 429, headers, body: '' }));
            assert.equal(result.error?.retryAfter, seconds);
          },
        ],
      ]),
    ]),
  ),
  each('F19', 'a page, or a 404 of another server, points to baseUrl with host and path', (subject) =>
    [
      ['a page with 404', 404, PAGE],
      ['a page with 200', 200, PAGE],
      ['404 without a body', 404, ''],
    ].map(([name, status, body]): Proof => [
      String(name),
      async () => {
        const response = { status: Number(status), headers: { 'content-type': 'text/html' }, body: String(body) };
        const { result, sent } = await captureWithRawResponse(subject, () => response);
        const { host, pathname } = new URL(sent[0]?.url ?? '');
        const message = errorOf(result)?.message ?? '';
        assert.ok(message.includes('Is baseUrl right?'), 'the message must ask about baseUrl');
        assert.ok(message.includes(host + pathname), `the message must name ${host}${pathname}`);
      },
    ]),
  ),
];

const errorOf = (result: CaptureResult) => ('error' in result ? result.error : undefined);

function assertDetail(result: CaptureResult, ...details: readonly ErrorDetail[]): void {
  const error = errorOf(result);
  assert.ok(error, 'the result carries an error');
  assert.ok(
    details.some((detail) => detail === error.detail),
    `the detail was ${error.detail ?? 'absent'}`,
  );
  assert.equal(error.cause, undefined, 'the error of the network may hold the request');
}

async function assertSelfSigned(subject: AnySubject): Promise<void> {
  const server = createTlsServer(selfSigned(), (socket) => socket.on('error', () => undefined));
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    const result = await clientOf(subject, { baseUrl: `https://127.0.0.1:${port}` }).capture(subject.request);
    assertDetail(result, 'certificate_self_signed');
  } finally {
    server.close();
  }
}
