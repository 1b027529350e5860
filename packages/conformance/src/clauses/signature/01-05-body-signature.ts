import assert from 'node:assert/strict';
import type { WireRequest } from '@capture/core';
import { bodyOf } from '../../support/received-request.ts';
import { clientOf } from '../../support/capture-with.ts';
import { sentBy, signatureOf, signs } from '../../support/signing.ts';
import { at, leaves, withAt } from '../../support/paths.ts';
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
      assert.ok(signatureOf(subject).verify(await sentBy(subject)));
    },
    signs,
  ),
  each('S2', 'a signed field that is changed on the way is refused by the server', (subject) =>
    signs(subject)
      ? signedFields(subject).flatMap((path) =>
          Object.entries(TAMPERINGS).map(([name, tamper]) => [
            `${path}: ${name}`,
            async () => {
              const genuine = await sentBy(subject);
              const body = bodyOf(genuine);
              const changed = rewritten(genuine, withAt(body, path, tamper(at(body, path))));
              assert.ok(!signatureOf(subject).verify(changed), 'the server would not notice');
            },
          ]),
        )
      : [],
  ),
  once(
    'S3',
    'a changed signature is refused by the server',
    async (subject) => {
      const { field, verify } = signatureOf(subject);
      const genuine = await sentBy(subject);
      for (const wrong of ['', otherCharacter(String(at(bodyOf(genuine), field))), undefined])
        assert.ok(!verify(rewritten(genuine, withAt(bodyOf(genuine), field, wrong))));
    },
    signs,
  ),
  once(
    'S4',
    'the signature does not depend on the order in which the caller writes the request',
    async (subject) => {
      const reversed = Object.fromEntries(Object.entries(subject.request).reverse()) as SampleRequest;
      assert.ok(signatureOf(subject).verify(await sentBy(subject, reversed)));
    },
    signs,
  ),
  each('S5', 'letters beyond ASCII are signed as the server signs them', (subject) =>
    signs(subject)
      ? Object.keys(subject.wire.fields).map((path) => [
          path,
          async () => {
            const request = withAt(subject.request, path, 'ödeme ş 你好 🎉');
            const refused = await sentBy(subject, request).catch(() => undefined);
            if (refused) assert.ok(signatureOf(subject).verify(refused));
          },
        ])
      : [],
  ),
];

/** The fields of the sample's body that the signature covers. */
function signedFields(subject: AnySubject): string[] {
  const { field, unsigned = [] } = signatureOf(subject);
  const body = clientOf(subject).prepare(subject.request as never);
  const wire = { method: body.method, url: body.url, headers: body.headers, body: body.exactBody?.reveal() ?? '' };
  return leaves(bodyOf(wire)).filter((path) => path !== field && !unsigned.includes(path));
}
