import assert from 'node:assert/strict';
import { assertUnknown } from '../../support/assert-result.ts';
import { captureWith } from '../../support/capture-with.ts';
import { sampleSuccess } from '../../support/sample-responses.ts';
import { valueAt, withValueAt } from '../../support/paths.ts';
import { each, once } from '../../clause.ts';
import { GENERIC_BODIES } from '../../tables/generic-bodies.ts';
import type { AnySubject } from '../../subject.ts';

const EVERY_STATUS = [
  200, 201, 202, 203, 204, 400, 401, 402, 403, 404, 405, 406, 408, 409, 410, 412, 415, 422, 423, 425, 429, 451, 500,
  502, 503, 504, 520,
];

/** Another amount in place of the one in a success. */
const changed = (amount: unknown): unknown => (typeof amount === 'number' ? amount + 1 : '98.76');

const capturedId = ({ responses }: AnySubject, body: unknown): unknown => valueAt(body, responses.captureId);

/** Proves that only the provider's own words about this payment count, and that a doubt keeps what was learned. */
export const ownWords = [
  each('O14', 'an envelope that anything may write is unknown, whatever the HTTP status', (subject) =>
    Object.entries(GENERIC_BODIES).map(([name, body]) => [
      name,
      async () => {
        for (const status of EVERY_STATUS) {
          const { result } = await captureWith(subject, () => ({ status, body }));
          assertUnknown(result, `the outcome with HTTP ${status}`);
        }
      },
    ]),
  ),
  once(
    'O15',
    'a success with the id of the authorization is unknown: that is no capture',
    async (subject) => {
      const { result } = await captureWith(subject, (received) => {
        const { body, ...response } = subject.responses.captured(received);
        return { ...response, body: withValueAt(body, subject.responses.captureId, received.authorizationId) };
      });
      assertUnknown(result);
      assert.notEqual(result.lookupKeys.captureId, result.authorizationId);
    },
    ({ request }) => typeof request['authorizationId'] === 'string',
  ),
  once('O16', 'a success with the id of another capture that is known is unknown', async (subject) => {
    const known = String(capturedId(subject, sampleSuccess(subject).body));
    const { result } = await captureWith(subject, subject.responses.captured, { call: { knownCaptureIds: [known] } });
    assertUnknown(result);
    assert.equal(result.error.code, 'other_payment');
    assert.deepEqual(result.lookupKeys.knownCaptureIds, [known]);
  }),
  once(
    'O17',
    'an unknown outcome keeps the capture id that the response states for this payment',
    async (subject) => {
      const { amount: path = assert.fail() } = subject.responses;
      const { result } = await captureWith(subject, (received) => {
        const { body, ...response } = subject.responses.captured(received);
        return { ...response, body: withValueAt(body, path, changed(valueAt(body, path))) };
      });
      assertUnknown(result);
      assert.equal(result.lookupKeys.captureId, capturedId(subject, sampleSuccess(subject).body));
    },
    ({ responses }) => responses.amount !== undefined,
  ),
];
