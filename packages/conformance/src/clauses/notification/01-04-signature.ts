import assert from 'node:assert/strict';
import { runInNewContext } from 'node:vm';
import {
  verifiesNotifications,
  notificationFormOf,
  assertRefused,
  verifyNotification,
  withNotificationSignature,
  wrongSignatures,
} from '../../support/notifications.ts';
import { each, once, type Proof } from '../../clause.ts';

/** Bytes whose class is not the one of this realm, as test runners and workers make them. */
function bytesOfAnotherRealm(bytes: Uint8Array): Uint8Array {
  return runInNewContext('Uint8Array.from(bytes)', { bytes: [...bytes] }) as Uint8Array;
}

/** Proves that only the provider can notify a merchant of a payment. */
export const notificationSignature = [
  once(
    'N1',
    'a genuine notification is verified and identifies its payment',
    async (subject) => {
      const verdict = await verifyNotification(subject, notificationFormOf(subject).captured());
      assert.equal(verdict.status, 'verified');
      assert.equal(verdict.event.status, 'captured');
      assert.equal(verdict.event.provider, subject.id);
      assert.ok(verdict.event.captureId);
      assert.ok(verdict.event.reportedAmount);
    },
    verifiesNotifications,
  ),
  once(
    'N2',
    'bytes, headers of every kind, and header names in any case are accepted',
    async (subject) => {
      const { body, headers } = notificationFormOf(subject).captured();
      const upperCase = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]));
      const bytes = new TextEncoder().encode(body);
      const lists = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]));
      for (const form of [
        { body: bytes, headers },
        { body: bytes.buffer, headers },
        { body: new DataView(bytes.buffer), headers },
        { body: new Int8Array(bytes.buffer), headers },
        { body: bytesOfAnotherRealm(bytes), headers },
        { body, headers: lists },
        { body, headers: Object.entries(headers) },
        { body, headers: Object.entries(headers).flat() },
        { body, headers: new Headers(headers) },
        { body, headers: new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])) },
        { body, headers: upperCase },
      ])
        assert.equal((await verifyNotification(subject, form)).status, 'verified');
    },
    verifiesNotifications,
  ),
  once(
    'N3',
    'a notification signed with another key is refused',
    (subject) => assertRefused(subject, notificationFormOf(subject).forged()),
    verifiesNotifications,
  ),
  each('N4', 'a notification with a wrong signature is refused', (subject) =>
    verifiesNotifications(subject)
      ? wrongSignatures(subject).map(([name, change]): Proof => [
          name,
          () => assertRefused(subject, withNotificationSignature(subject, change)),
        ])
      : [],
  ),
];
