import assert from 'node:assert/strict';
import { sampleSuccess, successFor } from '../../support/sample-responses.ts';
import { captureWithRawResponse, captureWith } from '../../support/capture-with.ts';
import { assertUnknown } from '../../support/assert-result.ts';
import { valueAt } from '../../support/paths.ts';
import { assertNotBelieved } from '../../support/disbelief.ts';
import { each, type Proof } from '../../clause.ts';
import type { AnySubject, ReceivedRequest } from '../../subject.ts';
import { FOREIGN_BODIES } from '../../tables/foreign-bodies.ts';

/** In place of a decisive value, none of these may be believed. */
const OTHER_VALUES: readonly (readonly [name: string, value: unknown])[] = [
  ['absent', undefined],
  ['null', null],
  ['empty', ''],
  ['an unknown word', 'kit-unheard-of'],
  ['another number', 77777],
  ['an array', []],
  ['an object', {}],
];
/** Everything but 200 and 201: other statuses of success mean not yet, a part, or changed on the way. */
const NOT_DONE = [
  202, 203, 204, 205, 206, 207, 208, 226, 299, 300, 301, 302, 303, 304, 307, 308, 400, 401, 402, 403, 404, 405, 406,
  408, 409, 410, 412, 413, 415, 421, 422, 425, 429, 431, 451, 500, 501, 502, 503, 504, 505, 507, 508, 520, 522, 524,
  529, 599,
];
const INCONCLUSIVE = [
  202, 203, 206, 207, 226, 299, 300, 302, 307, 408, 421, 425, 500, 501, 502, 503, 504, 520, 524, 599,
];

/**
 * Proves that no response is believed beyond its content: every part of a success is required, and checked against the
 * rest.
 */
export const disbelief = [
  each('O6', 'a success with a missing or wrong decisive field is unknown', (subject) =>
    [...new Set([...subject.responses.decisive, subject.responses.captureId])].flatMap((path) =>
      OTHER_VALUES.filter(
        ([, value]) => path !== subject.responses.captureId || typeof value !== 'string' || value === '',
      )
        .filter(
          ([name]) => path !== subject.responses.captureId || name !== 'another number' || !isNumber(subject, path),
        )
        .map(([name, value]): Proof => [`${path}: ${name}`, () => assertNotBelieved(subject, path, () => value)]),
    ),
  ),
  each('O7', 'a success with a wrong optional field is unknown', (subject) =>
    (subject.responses.compared ?? []).flatMap((path) =>
      OTHER_VALUES.filter(([, value]) => value !== undefined && value !== null && value !== '').map(
        ([name, value]): Proof => [`${path}: ${name}`, () => assertNotBelieved(subject, path, () => value)],
      ),
    ),
  ),
  each('O8', 'a success of another payment is unknown', (subject) =>
    subject.responses.repeats.map((name) => [
      `another ${name}`,
      async () => {
        const { result } = await captureWith(subject, (received) => {
          const other = subject.responses.captured(another(received, name));
          const same = JSON.stringify(other.body) === JSON.stringify(subject.responses.captured(received).body);
          assert.ok(!same, `the subject’s response must repeat ${name}`);
          return other;
        });
        assertUnknown(result);
        assert.equal(result.error.code, 'other_payment');
      },
    ]),
  ),
  each('O9', 'a success in the body is unknown with an HTTP status that contradicts it', (subject) =>
    NOT_DONE.map((status) => [
      `HTTP ${status}`,
      async () => {
        assertUnknown(
          (await captureWith(subject, (received) => ({ ...subject.responses.captured(received), status }))).result,
        );
      },
    ]),
  ),
  each('O10', 'a refusal in the body is unknown with an inconclusive HTTP status', (subject) =>
    subject.responses.declined[0]
      ? INCONCLUSIVE.map((status) => [
          `HTTP ${status}`,
          async () => {
            for (const { response } of subject.responses.declined)
              assertUnknown((await captureWith(subject, (received) => ({ ...response(received), status }))).result);
          },
        ])
      : [],
  ),
  each('O11', 'a body that is not the provider’s is unknown, whatever the HTTP status', (subject) =>
    Object.entries(FOREIGN_BODIES).map(([name, write]) => [
      name,
      async () => {
        for (const status of [200, 201, 202, 400, 401, 403, 404, 409, 422, 429, 500]) {
          const { result } = await captureWithRawResponse(subject, (wire) => {
            const { headers, body } = successFor(subject, wire);
            return { status, headers, body: write(body) };
          });
          assertUnknown(result, `the outcome with HTTP ${status}`);
        }
      },
    ]),
  ),
];

/** The same request with another value of a field. */
function another(received: ReceivedRequest, name: string): ReceivedRequest {
  const other = otherId(String(received.request[name]));
  return { ...received, [name]: other, request: { ...received.request, [name]: other } };
}

/** Another id of the same format. */
function otherId(id: string): string {
  return id.slice(0, -1) + (id.endsWith('7') ? '8' : '7');
}

const isNumber = (subject: AnySubject, path: string): boolean =>
  typeof valueAt(sampleSuccess(subject).body, path) === 'number';
