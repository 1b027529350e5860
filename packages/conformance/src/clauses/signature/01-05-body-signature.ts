import assert from 'node:assert/strict';
import type { WireRequest } from '@capture/core';
import { parseBody } from '../../support/received-request.ts';
import { clientOf } from '../../support/client.ts';
import { requestSeen, requestSeenUnlessRejected } from '../../support/sent-request.ts';
import { signatureFormOf, signsBody } from '../../support/signing.ts';
import { valueAt, leafPaths, withValueAt } from '../../support/paths.ts';
import { each, once } from '../../clause.ts';
import type { AnySubject, SampleRequest } from '../../subject.ts';

/** The same request with another body, as an attacker in transit would serialize it. */
function rewritten(wire: WireRequest, body: Readonly<Record<string, unknown>>): WireRequest {
  const json = wire.headers['content-type']?.includes('json');
  return {
    ...wire,
    body: json ? JSON.stringify(body) : new URLSearchParams(body as Record<string, string>).toString(),
  };
}

const TAMPERINGS: Readonly<Record<string, (value: unknown) => unknown>> = {
  'one character changed': (value) => otherCharacter(String(value)),
  'one character more': (value) => `${String(value)}0`,
  'one character less': (value) => String(value).slice(0, -1),
  removed: () => undefined,
};

function otherCharacter(value: string): string {
  const last = value.at(-1) ?? '';
  return value.slice(0, -1) + (last === '1' ? '2' : '1');
}

/** Proves that the signature is valid, and that it does not survive any change of the request. */
export const bodySignature = [
  once(
    'S1',
    'the signature is the one that the server computes',
    async (subject) => {
      assert.ok(signatureFormOf(subject).verify(await requestSeen(subject)));
    },
    signsBody,
  ),
  each('S2', 'a signed field that is altered in transit invalidates the signature', (subject) =>
    signsBody(subject)
      ? signedFields(subject).flatMap((path) =>
          Object.entries(TAMPERINGS).map(([name, tamper]) => [
            `${path}: ${name}`,
            async () => {
              const genuine = await requestSeen(subject);
              const body = parseBody(genuine);
              const changed = rewritten(genuine, withValueAt(body, path, tamper(valueAt(body, path))));
              assert.ok(!signatureFormOf(subject).verify(changed), 'the signature is still valid');
            },
          ]),
        )
      : [],
  ),
  once(
    'S3',
    'an altered signature is invalid',
    async (subject) => {
      const { field, verify } = signatureFormOf(subject);
      const genuine = await requestSeen(subject);
      for (const wrong of ['', otherCharacter(String(valueAt(parseBody(genuine), field))), undefined])
        assert.ok(!verify(rewritten(genuine, withValueAt(parseBody(genuine), field, wrong))));
    },
    signsBody,
  ),
  once(
    'S4',
    'the signature does not depend on the order of the fields in the caller’s request',
    async (subject) => {
      const reversed = Object.fromEntries(Object.entries(subject.request).reverse()) as SampleRequest;
      assert.ok(signatureFormOf(subject).verify(await requestSeen(subject, reversed)));
    },
    signsBody,
  ),
  each('S5', 'non-ASCII characters are signed as the server signs them', (subject) =>
    signsBody(subject)
      ? Object.keys(subject.wire.fields).map((path) => [
          path,
          async () => {
            const request = withValueAt(subject.request, path, 'ödeme ş 你好 🎉');
            const sent = await requestSeenUnlessRejected(subject, request);
            if (sent) assert.ok(signatureFormOf(subject).verify(sent));
          },
        ])
      : [],
  ),
];

/** The fields of the sample request's body that the signature covers. */
function signedFields(subject: AnySubject): string[] {
  const { field, unsigned = [] } = signatureFormOf(subject);
  const { method, url, headers, exactBody } = clientOf(subject).prepare(subject.request);
  return leafPaths(parseBody({ method, url, headers, body: exactBody?.reveal() ?? '' })).filter(
    (path) => path !== field && !unsigned.includes(path),
  );
}
