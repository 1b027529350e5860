import assert from 'node:assert/strict';
import { sampleSuccess, successFor } from '../../support/sample-responses.ts';
import { captureWithRawResponse, captureWith } from '../../support/capture-with.ts';
import { assertUnknown } from '../../support/assert-result.ts';
import { valueAt } from '../../support/paths.ts';
import { assertNotBelieved } from '../../support/disbelief.ts';
import { each, type Proof } from '../../clause.ts';
import type { AnySubject, ReceivedRequest } from '../../subject.ts';
import { FOREIGN_BODIES } from '../../tables/foreign-bodies.ts';

/** What an answer must not have in the place of a word that decides. */
const OTHER_VALUES: readonly (readonly [name: string, value: unknown])[] = [
  ['absent', undefined],
  ['null', null],
  ['empty', ''],
  ['an unheard-of word', 'kit-unheard-of'],
  ['another number', 77777],
  ['a list', []],
  ['an object', {}],
];
const NOT_SUCCESS = [
  300, 301, 302, 303, 304, 307, 308, 400, 401, 402, 403, 404, 405, 406, 408, 409, 410, 412, 413, 415, 421, 422, 425,
  429, 431, 451, 500, 501, 502, 503, 504, 505, 507, 508, 520, 522, 524, 529, 599,
];
const PROVES_NOTHING = [300, 302, 307, 408, 421, 425, 500, 501, 502, 503, 504, 520, 524, 599];

/** Proves that no answer is believed further than it goes: each part of a success is needed, and each is held against the rest. */
export const disbelief = [
  each('O6', 'a success is not believed without each part that makes it one', (subject) =>
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
  each('O7', 'a part that may be left out is held against the rest where it is there', (subject) =>
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
        const { result } = await captureWith(subject, (asked) => {
          const theirs = subject.responses.captured(another(asked, name));
          const same = JSON.stringify(theirs.body) === JSON.stringify(subject.responses.captured(asked).body);
          assert.ok(!same, `the subject’s answer must repeat ${name}`);
          return theirs;
        });
        assertUnknown(result);
        assert.equal(result.error.code, 'other_payment');
      },
    ]),
  ),
  each('O9', 'a success in the body is not believed with an HTTP status that says otherwise', (subject) =>
    NOT_SUCCESS.map((status) => [
      `HTTP ${status}`,
      async () => {
        assertUnknown(
          (await captureWith(subject, (asked) => ({ ...subject.responses.captured(asked), status }))).result,
        );
      },
    ]),
  ),
  each('O10', 'a refusal in the body proves nothing with an HTTP status of a failed server', (subject) =>
    subject.responses.declined[0]
      ? PROVES_NOTHING.map((status) => [
          `HTTP ${status}`,
          async () => {
            for (const { response } of subject.responses.declined)
              assertUnknown((await captureWith(subject, (asked) => ({ ...response(asked), status }))).result);
          },
        ])
      : [],
  ),
  each('O11', 'a body that is not the provider’s proves nothing, whatever the HTTP status', (subject) =>
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

function another(asked: ReceivedRequest, name: string): ReceivedRequest {
  const other = otherId(String(asked.request[name]));
  return { ...asked, [name]: other, request: { ...asked.request, [name]: other } };
}

/** An id of the same form. */
function otherId(id: string): string {
  return id.slice(0, -1) + (id.endsWith('7') ? '8' : '7');
}

const isNumber = (subject: AnySubject, path: string): boolean =>
  typeof valueAt(sampleSuccess(subject).body, path) === 'number';
