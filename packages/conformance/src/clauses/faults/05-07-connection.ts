import assert from 'node:assert/strict';
import type { Socket } from 'node:net';
import { sampleSuccess, toWireResponse } from '../../support/sample-responses.ts';
import type { Behaviour } from '../../support/faulty-server.ts';
import { responseBytes } from '../../support/http-response.ts';
import { runOverLoopback, runUntilDeadline } from '../../support/loopback.ts';
import { assertUnknown } from '../../support/assert-result.ts';
import { each } from '../../clause.ts';
import type { AnySubject } from '../../subject.ts';

type End = (socket: Socket) => void;
const RST: End = (socket) => void socket.resetAndDestroy();
const FIN: End = (socket) => void socket.end();
const STALL: End = () => undefined;

/**
 * The moments at which a connection can break after the request was sent, in order. `response` is a genuine success.
 */
const MOMENTS: readonly (readonly [moment: string, at: (end: End, response: Buffer) => Behaviour])[] = [
  ['when the first bytes of the request were read', (end) => ({ onBytes: end })],
  ['when the request was read', (end) => ({ onRequest: end })],
  ['after half a status line', (end, response) => after(response.subarray(0, 10), end)],
  ['after the status line', (end, response) => after(response.subarray(0, response.indexOf('\r\n') + 2), end)],
  ['after half the headers', (end, response) => after(response.subarray(0, response.indexOf('\r\n\r\n') - 6), end)],
  ['after the headers', (end, response) => after(response.subarray(0, response.indexOf('\r\n\r\n') + 4), end)],
  ['in the middle of the body', (end, response) => after(response.subarray(0, middleOfBody(response)), end)],
  ['before the last byte of the body', (end, response) => after(response.subarray(0, -1), end)],
];

function after(bytes: Buffer, end: End): Behaviour {
  return {
    onRequest: (socket) =>
      socket.write(bytes, () => {
        end(socket);
      }),
  };
}

function middleOfBody(response: Buffer): number {
  const start = response.indexOf('\r\n\r\n') + 4;
  return start + Math.floor((response.length - start) / 2);
}

/**
 * A success of the subject in bytes. It does not depend on the request that was sent, because it never arrives whole.
 */
const success = (subject: AnySubject): Buffer => responseBytes(toWireResponse(sampleSuccess(subject)));

/** Proves that the result of a broken connection depends on how far the request got, and that nothing is sent again. */
export const connectionFaults = [
  each(
    'F5',
    'a connection that is reset while or after the request is read is unknown, executed at most once',
    (subject) => endedAtEachMoment(subject, 'RST', RST),
  ),
  each(
    'F6',
    'a connection that is closed while or after the request is read is unknown, executed at most once',
    (subject) => endedAtEachMoment(subject, 'FIN', FIN),
  ),
  each('F7', 'silence at any moment is ended by the deadline: unknown, executed at most once', (subject) => [
    [
      'a server that accepts and reads nothing',
      async () => {
        assertUnknown((await runUntilDeadline(subject, { onConnect: (socket) => void socket.pause() }, 0)).result);
      },
    ],
    ...MOMENTS.slice(1).map(
      ([moment, behaviour]) =>
        [
          `silence ${moment}`,
          async () => {
            const { result, executed } = await runUntilDeadline(subject, behaviour(STALL, success(subject)), 1);
            assertUnknown(result);
            assert.equal(result.error.code, 'timeout');
            assert.equal(executed, 1);
          },
        ] as const,
    ),
    [
      'silence after 103 Early Hints',
      async () => {
        const hints = after(Buffer.from('HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n'), STALL);
        const { result, executed } = await runUntilDeadline(subject, hints, 1);
        assertUnknown(result);
        assert.equal(executed, 1);
      },
    ],
  ]),
];

function endedAtEachMoment(subject: AnySubject, name: string, end: End) {
  return MOMENTS.map(
    ([moment, behaviour], index) =>
      [
        `${name} ${moment}`,
        async () => {
          const { result, executed } = await runOverLoopback(subject, behaviour(end, success(subject)));
          assertUnknown(result);
          if (index > 0) assert.equal(executed, 1);
        },
      ] as const,
  );
}
