import assert from 'node:assert/strict';
import { applies, formOf, refuses, verify, withSignature, wrongSignatures } from '../../support/notifications.ts';
import { each, once, type Proof } from '../../clause.ts';

/** Proves that nobody but the provider can tell a shop that it was paid. */
export const notificationSignature = [
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
];
