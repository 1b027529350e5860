import assert from 'node:assert/strict';
import {
  verifiesNotifications,
  notificationFormOf,
  assertRefused,
  verifyNotification,
  withNotificationSignature,
  wrongSignatures,
} from '../../support/notifications.ts';
import { each, once, type Proof } from '../../clause.ts';

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
      for (const form of [
        { body: new TextEncoder().encode(body), headers },
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
