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
/** The bytes of an answer are cut one by one, in this many tests. */
const PARTS = 6;
const AT_ONCE = 8;

/** Proves that half an answer is no answer: not one of its beginnings is taken for the whole. */
export const truncation = [
  each('F8', 'a success that is cut after any byte is never captured', (subject) =>
    FRAMINGS.flatMap((framing) =>
      Array.from({ length: PARTS }, (_, part): Proof => [
        `${framing}, part ${part + 1} of ${PARTS}`,
        () => cutEverywhere(subject, framing, part),
      ]),
    ),
  ),
];

/** One connection for each byte of one part of the answer; each must be executed once and be unknown. */
async function cutEverywhere(subject: AnySubject, framing: Framing, part: number): Promise<void> {
  let cut = 0;
  await withServer(
    {
      onRequest: (socket, wire) => {
        // Which cut this connection gets is told by the path: captures overlap.
        const at = Number(/\/cut-(\d+)\//.exec(wire.url)?.[1]);
        socket.end(responseBytes(successFor(subject, wire), framing).subarray(0, at));
      },
    },
    async (server) => {
      const one = async (at: number): Promise<void> => {
        const client = clientOf(subject, { baseUrl: `${server.url}/cut-${at}` });
        assertUnknown(await client.capture(subject.request), `the outcome of an answer cut after ${at} bytes`);
        cut += 1;
      };
      const { length } = responseBytes(successFor(subject, await requestSeen(subject)), framing);
      const last = framing === 'in chunks' ? length - '0\r\n\r\n'.length : length - 1;
      const cuts = Array.from({ length: last }, (_, index) => index + 1).filter(
        (at) => Math.floor(((at - 1) * PARTS) / last) === part,
      );
      for (let from = 0; from < cuts.length; from += AT_ONCE)
        await Promise.all(cuts.slice(from, from + AT_ONCE).map(one));
      await server.quiet();
      assert.equal(server.requests.length, cut, 'each capture must be executed once');
    },
  );
}
