import assert from 'node:assert/strict';
import type { CaptureResult } from '@capture/core';
import { each, type Proof } from '../../clause.ts';
import { assertUnknown } from '../../support/assert-result.ts';
import { captureWith, captureWithRawResponse } from '../../support/capture-with.ts';
import { documentedResponses } from '../../support/documented-responses.ts';
import {
  ANY_CHANGE,
  decidingPaths,
  OF_ANOTHER_TYPE,
  otherMembersIn,
  UNKNOWABLE,
  type MemberChange,
} from '../../support/member-changes.ts';
import { membersIn, valueAt, withValueAt } from '../../support/paths.ts';
import { receivedRequest } from '../../support/received-request.ts';
import { sampleSuccess, toWireResponse } from '../../support/sample-responses.ts';
import type { AnySubject, DecidingFields, Respond } from '../../subject.ts';

/** The fields that decide about a capture, its id included. */
const decidingOf = ({ responses: { decisive, compared = [], captureId } }: AnySubject): DecidingFields => ({
  decisive: [...decisive, captureId],
  compared,
});

/** Captures with a response of which one member is changed. */
async function changed(
  subject: AnySubject,
  change: MemberChange[1],
  path: string,
  respond: Respond = subject.responses.captured,
): Promise<CaptureResult> {
  const { result } = await captureWithRawResponse(subject, (wire) => {
    const response = toWireResponse(respond(receivedRequest(subject, subject.request, wire)));
    return { ...response, body: change(response.body, path) };
  });
  return result;
}

/** Captures with a success to which the provider added a field. */
async function capturedWith(subject: AnySubject, path: string, value: unknown): Promise<CaptureResult> {
  const { result } = await captureWith(subject, (received) => {
    const { body, ...response } = subject.responses.captured(received);
    return { ...response, body: withValueAt(body, path, value) };
  });
  return result;
}

/** Proves that only a member that decides can spoil a success, that it does, and that its fault costs nothing else. */
export const members = [
  each('O20', 'a member that decides nothing spoils no success, whatever it is', (subject) =>
    otherMembersIn(sampleSuccess(subject).body, decidingOf(subject))
      .filter((path) => !(path in (subject.responses.added ?? {})))
      .map((path): Proof => [
        path,
        async () => {
          for (const [name, change] of ANY_CHANGE)
            assert.equal((await changed(subject, change, path)).status, 'captured', `${path}, ${name}`);
        },
      ]),
  ),
  each('O21', 'a member that decides is not believed if it is repeated or too precise', (subject) =>
    decidingPaths(decidingOf(subject)).map((path): Proof => [
      path,
      async () => {
        for (const [name, change] of UNKNOWABLE)
          assertUnknown(await changed(subject, change, path), `${path}, ${name}`);
      },
    ]),
  ),
  each('O22', 'a field that the provider may add to a success is believed only if it agrees', (subject) =>
    Object.entries(subject.responses.added ?? {}).map(([path, agreeing]): Proof => [
      path,
      async () => {
        for (const value of [agreeing, null])
          assert.equal((await capturedWith(subject, path, value)).status, 'captured', `${path}: ${String(value)}`);
        for (const value of ['kit-unheard-of', 77777, ['kit'], { kit: 'kit' }])
          assertUnknown(await capturedWith(subject, path, value), `${path}: ${JSON.stringify(value)}`);
        for (const [name, change] of UNKNOWABLE)
          assertUnknown(await changed(subject, change, path), `${path}, ${name}`);
      },
    ]),
  ),
  each('O23', 'a member that cannot be read costs the id of the capture no more than a wrong one', (subject) =>
    decidingPaths(subject.responses).map((path): Proof => [
      path,
      async () => {
        const { body } = sampleSuccess(subject);
        const genuine = valueAt(body, path);
        const wrong = await capturedWith(subject, path, typeof genuine === 'number' ? genuine + 1 : 'kit');
        assertUnknown(wrong);
        for (const [name, change] of [...OF_ANOTHER_TYPE, ...UNKNOWABLE]) {
          const result = await changed(subject, change, path);
          assertUnknown(result, `${path}, ${name}`);
          if (wrong.lookupKeys.captureId !== undefined)
            assert.equal(result.lookupKeys.captureId, wrong.lookupKeys.captureId, `${path}, ${name}`);
        }
      },
    ]),
  ),
  each('O24', 'no change of a member makes a success of another response', (subject) =>
    documentedResponses(subject)
      .filter(({ response }) => response !== subject.responses.captured)
      .map(({ name, response }): Proof => [
        name,
        async () => {
          const { body } = response(
            receivedRequest(subject, subject.request, { method: 'POST', url: '', headers: {}, body: '' }),
          );
          // Without the part that contradicts it, a contradiction is a success.
          const isContradiction = subject.responses.contradictions.some((one) => one.response === response);
          const added = Object.keys(subject.responses.added ?? {});
          const paths = isContradiction
            ? otherMembersIn(body, { ...decidingOf(subject), decisive: [...decidingOf(subject).decisive, ...added] })
            : membersIn(body);
          for (const path of paths)
            for (const [changeName, change] of ANY_CHANGE) {
              const { status } = await changed(subject, change, path, response);
              assert.notEqual(status, 'captured', `${path}, ${changeName}`);
            }
        },
      ]),
  ),
];
