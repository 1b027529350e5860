import assert from 'node:assert/strict';
import { canariesOf, leakIn } from '../bench/canaries.ts';
import { NOWHERE } from '../bench/exchange.ts';
import { applies, formOf, refuses, verify, withSignature, wrongSignatures } from '../bench/notified.ts';
import { surfacesOf } from '../bench/surfaces.ts';
import { each, once, type Proof } from '../clause.ts';
import { NO_NOTIFICATIONS } from '../tables/no-notifications.ts';

/** What frameworks hand over in place of a body that they parsed, or did not read. */
const NO_BODIES: readonly (readonly [name: string, body: string])[] = [
  ['undefined', undefined as never],
  ['null', null as never],
  ['a parsed body', { transaction: {} } as never],
];

/** Proves that nobody but the provider can tell a shop that it was paid. */
export const notification = [
  once(
    'N1',
    'a genuine notification is verified, and names its payment',
    async (subject) => {
      const verdict = await verify(subject, formOf(subject).captured());
      assert.equal(verdict.status, 'verified');
      assert.equal(verdict.notification.status, 'captured');
      assert.equal(verdict.notification.provider, subject.id);
      assert.ok(verdict.notification.captureId);
      assert.ok(verdict.notification.reportedAmount);
    },
    applies,
  ),
  once(
    'N2',
    'bytes, headers of any kind and names in any case do',
    async (subject) => {
      const { body, headers } = formOf(subject).captured();
      const capitals = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]));
      for (const form of [
        { body: new TextEncoder().encode(body), headers },
        { body, headers: new Headers(headers) },
        { body, headers: new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])) },
        { body, headers: capitals },
      ])
        assert.equal((await verify(subject, form)).status, 'verified');
    },
    applies,
  ),
  once(
    'N3',
    'one signed with another key is refused',
    (subject) => refuses(subject, formOf(subject).forged()),
    applies,
  ),
  each('N4', 'a notification with a wrong signature is refused', (subject) =>
    applies(subject)
      ? wrongSignatures(subject).map(([name, change]): Proof => [
          name,
          () => refuses(subject, withSignature(subject, change)),
        ])
      : [],
  ),
  each('N10', 'what is no notification is refused, and nothing throws', (subject) =>
    applies(subject)
      ? [...Object.entries(NO_NOTIFICATIONS), ...NO_BODIES].map(([name, body]) => [
          name,
          async () => {
            const { headers } = formOf(subject).captured();
            assert.equal((await verify(subject, { body, headers })).status, 'refused');
            assert.equal((await verify(subject, { body, headers: {} })).status, 'refused');
          },
        ])
      : [],
  ),
  once(
    'N11',
    'without a key a notification cannot be verified',
    async (subject) => {
      const client = formOf(subject).withoutKey?.({ baseUrl: NOWHERE }) ?? assert.fail();
      const { body, headers } = formOf(subject).captured();
      assert.equal((await client.webhook?.verify(body, headers))?.status, 'unverifiable');
    },
    (subject) => subject.webhook?.withoutKey !== undefined,
  ),
  once(
    'N12',
    'a verdict shows no secret',
    async (subject) => {
      for (const form of [formOf(subject).captured(), formOf(subject).forged()])
        for (const [surface, text] of surfacesOf('the verdict', await verify(subject, form))) {
          const leak = leakIn(text, canariesOf(subject));
          assert.ok(leak === undefined, `${surface} shows ${leak ?? ''}`);
        }
    },
    applies,
  ),
];
