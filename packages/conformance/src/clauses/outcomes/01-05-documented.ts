import assert from 'node:assert/strict';
import { CaptureError, ERROR_CODES, acceptedOrThrow, type CaptureResult } from '@capture/core';
import { sampleSuccess } from '../../support/sample-responses.ts';
import { captureWith } from '../../support/capture-with.ts';
import { assertDeclined, assertUnknown } from '../../support/assert-result.ts';
import { valueAt } from '../../support/paths.ts';
import { each, once, type Proof } from '../../clause.ts';
import type { AnySubject, NamedResponse } from '../../subject.ts';

/** Proves that every documented response leads to its result. */
export const documentedResponses = [
  once('O1', 'a clear success is captured, with everything that a program needs', async (subject) => {
    const { result } = await captureWith(subject, subject.responses.captured);
    assert.equal(result.status, 'captured');
    assert.equal(result.provider, subject.id);
    assert.deepEqual(result.amount, subject.request.amount);
    assert.equal(result.authorizationId, subject.request['authorizationId']);
    assert.equal(result.reference, subject.request['reference']);
    assert.equal(result.captureId, valueAt(sampleSuccess(subject).body, subject.responses.captureId));
    assert.equal(result.lookupKeys.captureId, result.captureId);
    assert.ok(result.checks.length > 0 && result.checks.every(({ agrees }) => agrees));
    assert.equal(acceptedOrThrow(result), result);
  }),
  once(
    'O2',
    'an acceptance that is not final is pending',
    async (subject) => {
      const { result } = await captureWith(subject, subject.responses.pending ?? assert.fail());
      assert.equal(result.status, 'pending');
      assert.notEqual(result.captureId, '');
      assert.equal(acceptedOrThrow(result), result);
    },
    ({ responses }) => responses.pending !== undefined,
  ),
  each('O3', 'a clear refusal is declined, with its reason', (subject) =>
    subject.responses.declined.map(({ name, code, response }) => [
      name,
      async () => {
        const { result } = await captureWith(subject, response);
        assertDeclined(result, code);
        assertThrows(result);
      },
    ]),
  ),
  each('O4', 'an inconclusive response is unknown', (subject) => subject.responses.unknown.map(provesUnknown(subject))),
  each('O5', 'a response that contradicts itself is unknown', (subject) =>
    subject.responses.contradictions.map(provesUnknown(subject)),
  ),
];

function provesUnknown(subject: AnySubject) {
  return ({ name, code, response }: NamedResponse): Proof => [
    name,
    async () => {
      const { result } = await captureWith(subject, response);
      assertUnknown(result);
      if (code !== undefined) assert.equal(result.error.code, code);
      assert.ok(Object.hasOwn(ERROR_CODES, result.error.code));
      assert.match(result.error.advice, /look/i, 'the advice must be to look the payment up');
      assert.deepEqual(result.lookupKeys.amount, subject.request.amount);
      assertThrows(result);
    },
  ];
}

function assertThrows(result: CaptureResult): void {
  assert.throws(
    () => acceptedOrThrow(result),
    (error: unknown) => CaptureError.is(error),
  );
}
