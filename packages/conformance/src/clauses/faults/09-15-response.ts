import assert from 'node:assert/strict';
import type { Socket } from 'node:net';
import { successFor } from '../../support/sample-responses.ts';
import { responseHead, responseBytes, PROXY_PAGE } from '../../support/http-response.ts';
import { runOverLoopback, withServer } from '../../support/loopback.ts';
import { assertUnknown } from '../../support/assert-result.ts';
import { each, once, type Proof } from '../../clause.ts';
import type { AnySubject } from '../../subject.ts';
import {
  MALFORMED_RESPONSES,
  BROKEN_COMPRESSIONS,
  EMPTY_SUCCESSES,
  HARMLESS,
  type WriteResponse,
} from '../../tables/broken-responses.ts';

const ERROR_STATUSES = [
  400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 418, 421, 422, 423, 424,
  425, 426, 428, 429, 431, 451, 500, 501, 502, 503, 504, 505, 506, 507, 508, 510, 511, 520, 521, 522, 523, 524, 525,
  526, 599,
];
const REDIRECTS = [301, 302, 303, 307, 308];

/** Captures once; the response is what `write` makes of the genuine success. */
const captureWithBytes = (subject: AnySubject, write: WriteResponse) =>
  runOverLoopback(subject, { onRequest: (socket, wire) => void socket.end(write(successFor(subject, wire))) });

const eachUnknown = (subject: AnySubject, writes: Readonly<Record<string, WriteResponse>>): Proof[] =>
  Object.entries(writes).map(([name, write]) => [
    name,
    async () => {
      const { result, executed } = await captureWithBytes(subject, write);
      assertUnknown(result);
      assert.equal(executed, 1);
    },
  ]);

/**
 * Proves that a response that was damaged in transit, or comes from an intermediary, is not taken for the provider's.
 */
export const responseFaults = [
  each('F9', 'a response with broken compression, or a decompression bomb, is unknown, executed once', (subject) =>
    eachUnknown(subject, BROKEN_COMPRESSIONS),
  ),
  each('F10', 'a response that violates HTTP is unknown, executed once', (subject) =>
    eachUnknown(subject, MALFORMED_RESPONSES),
  ),
  each('F11', 'a success status without the provider’s response is unknown', (subject) =>
    eachUnknown(subject, EMPTY_SUCCESSES),
  ),
  each('F12', 'an error status with the page of an intermediary is unknown, executed once', (subject) =>
    eachUnknown(
      subject,
      Object.fromEntries(
        ERROR_STATUSES.map((status) => [
          `HTTP ${status}`,
          () => responseBytes({ ...PROXY_PAGE, status, headers: { ...PROXY_PAGE.headers, 'retry-after': '0' } }),
        ]),
      ),
    ),
  ),
  each('F13', 'a redirect is not followed, wherever it leads', (subject) =>
    REDIRECTS.flatMap((status) => [
      [`${status} to the same server`, () => assertNotFollowed(subject, status, '/elsewhere')] as const,
      [`${status} to another server`, () => assertNotFollowed(subject, status)] as const,
    ]),
  ),
  once('F14', 'an endless response is aborted: unknown, executed once', async (subject) => {
    const { result, executed } = await runOverLoopback(subject, { onRequest: pourForever });
    assertUnknown(result);
    assert.equal(executed, 1);
  }),
  each('F15', 'an unusual but correct response is captured, executed once', (subject) =>
    Object.entries(HARMLESS).map(([name, send]) => [
      name,
      async () => {
        const { result, executed } = await runOverLoopback(subject, {
          onRequest: (socket, wire) => {
            send(socket, responseBytes(successFor(subject, wire)));
          },
        });
        assert.equal(result.status, 'captured');
        assert.equal(executed, 1);
      },
    ]),
  ),
];

async function assertNotFollowed(subject: AnySubject, status: number, location?: string): Promise<void> {
  await withServer(
    { onRequest: (socket, wire) => void socket.end(responseBytes(successFor(subject, wire))) },
    async (elsewhere) => {
      const target = location ?? `${elsewhere.url}/elsewhere`;
      const { result, executed } = await captureWithBytes(subject, (genuine) =>
        responseBytes({ ...genuine, status, headers: { ...genuine.headers, location: target } }),
      );
      assertUnknown(result);
      assert.equal(executed, 1);
      assert.equal(elsewhere.requests.length, 0, 'the redirect was followed');
    },
  );
}

function pourForever(socket: Socket): void {
  socket.write(responseHead(200, ['content-type: application/json']));
  const block = ' '.repeat(64 * 1024);
  const pour = (): void => {
    if (socket.destroyed) return;
    socket.write(block, pour);
  };
  pour();
}
