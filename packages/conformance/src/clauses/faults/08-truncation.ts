import assert from 'node:assert/strict';
import { successFor } from '../../support/sample-responses.ts';
import { clientOf } from '../../support/client.ts';
import { responseBytes, type Framing } from '../../support/http-response.ts';
import { withServer } from '../../support/loopback.ts';
import { assertUnknown } from '../../support/assert-result.ts';
import { requestSeen } from '../../support/sent-request.ts';
import { each, type Proof } from '../../clause.ts';
import type { AnySubject } from '../../subject.ts';

const FRAMINGS: readonly Framing[] = ['with its length', 'in chunks', 'without a length'];
/** The cuts are spread over this many cases. */
const PARTS = 6;
/** Captures in flight at once. */
const CONCURRENT = 8;

/** Proves that no beginning of a response is taken for the whole. */
export const truncation = [
  each('F8', 'a truncated success is unknown, wherever it is cut', (subject) =>
    FRAMINGS.flatMap((framing) =>
      Array.from({ length: PARTS }, (_, part): Proof => [
        `${framing}, part ${part + 1} of ${PARTS}`,
        () => truncateEverywhere(subject, framing, part),
      ]),
    ),
  ),
];

/** Captures once for each byte of one part of the response; each capture must be executed once and be unknown. */
async function truncateEverywhere(subject: AnySubject, framing: Framing, part: number): Promise<void> {
  let captures = 0;
  await withServer(
    {
      onRequest: (socket, wire) => {
        // The path carries the length, because captures overlap.
        const at = Number(/\/cut-(\d+)\//.exec(wire.url)?.[1]);
        socket.end(responseBytes(successFor(subject, wire), framing).subarray(0, at));
      },
    },
    async (server) => {
      const one = async (at: number): Promise<void> => {
        const client = clientOf(subject, { baseUrl: `${server.url}/cut-${at}` });
        assertUnknown(await client.capture(subject.request), `the outcome of a response cut after ${at} bytes`);
        captures += 1;
      };
      const { length } = responseBytes(successFor(subject, await requestSeen(subject)), framing);
      const last = framing === 'in chunks' ? length - '0\r\n\r\n'.length : length - 1;
      const cuts = Array.from({ length: last }, (_, index) => index + 1).filter(
        (at) => Math.floor(((at - 1) * PARTS) / last) === part,
      );
      for (let from = 0; from < cuts.length; from += CONCURRENT)
        await Promise.all(cuts.slice(from, from + CONCURRENT).map(one));
      await server.quiet();
      assert.equal(server.requests.length, captures, 'each capture must be executed once');
    },
  );
}
