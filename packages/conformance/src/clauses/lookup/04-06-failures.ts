import assert from 'node:assert/strict';
import { CaptureError, TransportError, type LookupResult } from '@capture/core';
import { toWireResponse } from '../../support/sample-responses.ts';
import { lookupWith } from '../../support/capture-with.ts';
import { clientOf } from '../../support/client.ts';
import { PROXY_PAGE } from '../../support/http-response.ts';
import { withServer } from '../../support/loopback.ts';
import { each, type Proof } from '../../clause.ts';
import { lookupCases } from '../../support/lookup-cases.ts';
import type { SampleLookup } from '../../subject.ts';

/** The statuses that say what became of the payment. */
const CONCLUSIVE: readonly string[] = ['captured', 'pending', 'declined'];
const FAILURES = [301, 302, 307, 500, 502, 503, 504];

function assertInconclusive({ status, decides, error }: LookupResult): void {
  assert.ok(!CONCLUSIVE.includes(status), `the lookup must not be ${status}`);
  assert.equal(decides, false);
  if (status === 'unknown') assert.ok(CaptureError.is(error));
}

/** The responses that are conclusive as long as they are whole. */
const conclusive = ({ responses }: SampleLookup) => responses.filter(({ expected }) => CONCLUSIVE.includes(expected));

/**
 * Proves that a lookup, which may decide whether a customer is charged again, claims no more than the response proves.
 */
export const failedLookups = [
  each('L4', 'a response with an HTTP status of failure decides nothing', (subject) =>
    lookupCases(subject, (lookup) =>
      conclusive(lookup).flatMap(({ name, response }) =>
        FAILURES.map((status): Proof => [
          `${lookup.name}, ${name} with HTTP ${status}`,
          async () => {
            assertInconclusive((await lookupWith(subject, lookup.keys, { ...response, status })).result);
          },
        ]),
      ),
    ),
  ),
  each('L5', 'a truncated response decides nothing', (subject) =>
    lookupCases(subject, (lookup) =>
      conclusive(lookup).map(({ name, response }) => [
        `${lookup.name}, ${name}`,
        async () => {
          const whole = toWireResponse(response);
          for (let length = 0; length < whole.body.length; length += 1) {
            const cut = { ...whole, body: whole.body.slice(0, length) };
            assertInconclusive((await lookupWith(subject, lookup.keys, () => cut)).result);
          }
        },
      ]),
    ),
  ),
  each('L6', 'a failed lookup is unknown and never throws', (subject) =>
    lookupCases(subject, ({ name, keys }) => [
      [
        `${name}, a proxy page`,
        async () => {
          assertInconclusive((await lookupWith(subject, keys, () => PROXY_PAGE)).result);
        },
      ],
      [
        `${name}, a lost connection`,
        async () => {
          for (const failure of [new TransportError('in-doubt', 'connection_lost'), new Error('connection lost')]) {
            const { result } = await lookupWith(subject, keys, () => {
              throw failure;
            });
            assert.equal(result.status, 'unknown');
            assertInconclusive(result);
          }
        },
      ],
      [
        `${name}, a reset by the server`,
        () =>
          withServer({ onRequest: (socket) => void socket.resetAndDestroy() }, async (server) => {
            const result = await clientOf(subject, { baseUrl: server.url }).lookup?.(keys);
            assertInconclusive(result ?? assert.fail());
          }),
      ],
    ]),
  ),
];
