import assert from 'node:assert/strict';
import type { WireRequest } from '@capture/core';
import { parseBody } from '../../support/received-request.ts';
import { clientOf } from '../../support/client.ts';
import { requestSeen, requestSeenUnlessRefused } from '../../support/sent-request.ts';
import { signatureFormOf, signsBody } from '../../support/signing.ts';
import { valueAt, leafPaths, withValueAt } from '../../support/paths.ts';
import { each, once } from '../../clause.ts';
import type { AnySubject, SampleRequest } from '../../subject.ts';

/** The same request with another body, as somebody on the way would write it. */
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
  'taken away': () => undefined,
};

function otherCharacter(text: string): string {
  const last = text.at(-1) ?? '';
  return text.slice(0, -1) + (last === '1' ? '2' : '1');
}

/** Proves that the signature is right, and that the server would notice any change of a signed request. */
export const bodySignature = [
  once(
    'S1',
    'the signature is the one that the server computes',
    async (subject) => {
      assert.ok(signatureFormOf(subject).verify(await requestSeen(subject)));
    },
    signsBody,
  ),
  each('S2', 'a signed field that is changed on the way is refused by the server', (subject) =>
    signsBody(subject)
      ? signedFields(subject).flatMap((path) =>
          Object.entries(TAMPERINGS).map(([name, tamper]) => [
            `${path}: ${name}`,
            async () => {
              const genuine = await requestSeen(subject);
              const body = parseBody(genuine);
              const changed = rewritten(genuine, withValueAt(body, path, tamper(valueAt(body, path))));
              assert.ok(!signatureFormOf(subject).verify(changed), 'the server would not notice');
            },
          ]),
        )
      : [],
  ),
  once(
    'S3',
    'a changed signature is refused by the server',
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
    'the signature does not depend on the order in which the caller writes the request',
    async (subject) => {
      const reversed = Object.fromEntries(Object.entries(subject.request).reverse()) as SampleRequest;
      assert.ok(signatureFormOf(subject).verify(await requestSeen(subject, reversed)));
    },
    signsBody,
  ),
  each('S5', 'letters beyond ASCII are signed as the server signs them', (subject) =>
    signsBody(subject)
      ? Object.keys(subject.wire.fields).map((path) => [
          path,
          async () => {
            const request = withValueAt(subject.request, path, 'ödeme ş 你好 🎉');
            const sent = await requestSeenUnlessRefused(subject, request);
            if (sent) assert.ok(signatureFormOf(subject).verify(sent));
          },
        ])
      : [],
  ),
];

/** The fields of the sample's body that the signature covers. */
function signedFields(subject: AnySubject): string[] {
  const { field, unsigned = [] } = signatureFormOf(subject);
  const body = clientOf(subject).prepare(subject.request);
  const wire = { method: body.method, url: body.url, headers: body.headers, body: body.exactBody?.reveal() ?? '' };
  return leafPaths(parseBody(wire)).filter((path) => path !== field && !unsigned.includes(path));
}
