import assert from 'node:assert/strict';
import type { ErrorCode } from '@capture/core';
import { each, type Proof } from '../../clause.ts';
import { lookupWith } from '../../support/capture-with.ts';
import { lookupCases } from '../../support/lookup-cases.ts';
import { receivedRequest } from '../../support/received-request.ts';
import { toWireResponse } from '../../support/sample-responses.ts';
import { requestSeen } from '../../support/sent-request.ts';
import type { AnySubject, SampleLookup, SampleResponse } from '../../subject.ts';
import { MISSING_PAGES } from '../../tables/missing-pages.ts';

/** Codes of a refusal that concerns the caller, so that it says nothing about a payment. */
const OF_THE_CALLER: readonly (ErrorCode | undefined)[] = [
  'credentials_rejected',
  'signature_rejected',
  'operation_not_allowed',
  'rate_limited',
];
/** Statuses with which the lookup itself was refused, whatever the body says. */
const REFUSING = [401, 403, 407, 429];

const NOT_FOUND = 'a lookup that was refused says nothing about the payment';

/** Proves that a lookup that was refused is not taken for one that found nothing. */
export const refusedLookups = [
  each('L11', 'a refused lookup is never not-found', (subject) =>
    lookupCases(subject, (lookup) => [
      ...refusalsOfTheCaller(subject, lookup),
      ...lookup.responses
        .filter(({ expected }) => expected === 'not-found')
        .flatMap(({ name, response }) =>
          REFUSING.map((status): Proof => [
            `${lookup.name}, ${name} with HTTP ${status}`,
            () => assertUnknown(subject, lookup, { ...response, status }),
          ]),
        ),
      ...Object.entries(MISSING_PAGES).map(([name, body]): Proof => [
        `${lookup.name}, the 404 of another server: ${name}`,
        () => assertUnknown(subject, lookup, { status: 404, body }),
      ]),
    ]),
  ),
];

function refusalsOfTheCaller(subject: AnySubject, lookup: SampleLookup): Proof[] {
  const { declined, unknown } = subject.responses;
  return [...declined, ...unknown]
    .filter(({ code }) => OF_THE_CALLER.includes(code))
    .map(({ name, response }) => [
      `${lookup.name}, ${name}`,
      async () => {
        const received = receivedRequest(subject, subject.request, await requestSeen(subject));
        const { result } = await lookupWith(subject, lookup.keys, response(received));
        assert.notEqual(result.status, 'not-found', NOT_FOUND);
      },
    ]);
}

async function assertUnknown(subject: AnySubject, { keys }: SampleLookup, response: SampleResponse): Promise<void> {
  const { status = 200, body } = response;
  const wire = typeof body === 'string' ? { status, headers: {}, body } : toWireResponse(response);
  const { result } = await lookupWith(subject, keys, () => wire);
  assert.equal(result.status, 'unknown', NOT_FOUND);
  assert.equal(result.decides, false);
}
