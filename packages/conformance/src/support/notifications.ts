import assert from 'node:assert/strict';
import type { WebhookBody, WebhookHeaders, WebhookVerdict } from '@capture/core';
import type { AnySubject, KitOptions, NotificationForm, SignedNotification } from '../subject.ts';
import { clientOf } from './client.ts';

/** True where a subject verifies notifications. */
export const verifiesNotifications = (subject: AnySubject): boolean => subject.webhook !== undefined;

/** The notifications of a subject that verifies them. */
export const notificationFormOf = (subject: AnySubject): NotificationForm =>
  subject.webhook ?? assert.fail('the subject has no notifications');

/** Verifies with the subject's client. */
export async function verifyNotification(
  subject: AnySubject,
  { body, headers }: { readonly body: WebhookBody; readonly headers: WebhookHeaders },
  options: Partial<KitOptions> = {},
): Promise<WebhookVerdict> {
  const { webhook } = clientOf(subject, options);
  return (webhook ?? assert.fail('the client has no webhook')).verify(body, headers);
}

/** A changed notification is refused, or verified with the same content: `%2f` for `%2F` changes nothing. */
export async function assertSameOrRefused(
  subject: AnySubject,
  changed: SignedNotification,
  what: string,
): Promise<void> {
  const verdict = await verifyNotification(subject, changed);
  if (verdict.status !== 'verified') return;
  const genuine = await verifyNotification(subject, notificationFormOf(subject).captured());
  assert.deepEqual(verdict, genuine, `${what} was verified with other content`);
}

/** A notification is refused, with a reason. */
export async function assertRefused(subject: AnySubject, changed: SignedNotification): Promise<void> {
  const verdict = await verifyNotification(subject, changed);
  assert.equal(verdict.status, 'refused');
  assert.notEqual(verdict.reason, '');
}

/** The signature that a notification carries. */
export function notificationSignatureOf(subject: AnySubject, { body, headers }: SignedNotification): string {
  const { signature } = notificationFormOf(subject);
  if ('header' in signature) return headers[signature.header] ?? '';
  return body.startsWith('{')
    ? String((JSON.parse(body) as Record<string, unknown>)[signature.field])
    : (new URLSearchParams(body).get(signature.field) ?? '');
}

/** The genuine notification with another signature. */
export function withNotificationSignature(
  subject: AnySubject,
  change: (signature: string) => string,
): SignedNotification {
  const genuine = notificationFormOf(subject).captured();
  const { signature } = notificationFormOf(subject);
  const value = notificationSignatureOf(subject, genuine);
  return 'header' in signature
    ? { ...genuine, headers: { ...genuine.headers, [signature.header]: change(value) } }
    : { ...genuine, body: genuine.body.replace(value, change(value)) };
}

/** Wrong signatures, derived from the genuine one. */
export const wrongSignatures = (
  subject: AnySubject,
): readonly (readonly [name: string, change: (signature: string) => string])[] => [
  ['one character changed', (value) => `${value.slice(0, 4)}${value[4] === 'A' ? 'B' : 'A'}${value.slice(5)}`],
  ['truncated', (value) => value.slice(0, -4)],
  ['empty', () => ''],
  ['that of another notification', () => notificationSignatureOf(subject, notificationFormOf(subject).forged())],
];
