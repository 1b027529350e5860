import assert from 'node:assert/strict';
import type { WebhookHeaders, WebhookVerdict } from '@capture/core';
import type { AnySubject, NotificationForm, SignedNotification } from '../subject.ts';
import { clientOf } from './client.ts';

/** Whether a subject is notified at all. */
export const verifiesNotifications = (subject: AnySubject): boolean => subject.webhook !== undefined;
/** How a subject is notified. */
export const notificationFormOf = (subject: AnySubject): NotificationForm =>
  subject.webhook ?? assert.fail('the subject notifies nobody');

/** Verifies with the subject's client. */
export async function verifyNotification(
  subject: AnySubject,
  { body, headers }: { readonly body: string | Uint8Array; readonly headers: WebhookHeaders },
): Promise<WebhookVerdict> {
  const { webhook } = clientOf(subject);
  return (webhook ?? assert.fail('the client has no webhook')).verify(body, headers);
}

/** A change may leave the meaning as it was (`%2f` for `%2F`). Then it may be verified, and must say the same. */
export async function assertSameOrRefused(
  subject: AnySubject,
  changed: SignedNotification,
  what: string,
): Promise<void> {
  const verdict = await verifyNotification(subject, changed);
  if (verdict.status !== 'verified') return;
  const genuine = await verifyNotification(subject, notificationFormOf(subject).captured());
  assert.deepEqual(verdict, genuine, `${what} was verified and says something else`);
}

/** It is refused, with a reason. */
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
export function withNotificationSignature(subject: AnySubject, change: (text: string) => string): SignedNotification {
  const genuine = notificationFormOf(subject).captured();
  const { signature } = notificationFormOf(subject);
  const text = notificationSignatureOf(subject, genuine);
  return 'header' in signature
    ? { ...genuine, headers: { ...genuine.headers, [signature.header]: change(text) } }
    : { ...genuine, body: genuine.body.replace(text, change(text)) };
}

/** Ways in which a signature can be wrong. */
export const wrongSignatures = (
  subject: AnySubject,
): readonly (readonly [name: string, change: (text: string) => string])[] => [
  ['one character changed', (text) => `${text.slice(0, 4)}${text[4] === 'A' ? 'B' : 'A'}${text.slice(5)}`],
  ['cut', (text) => text.slice(0, -4)],
  ['empty', () => ''],
  ['that of another notification', () => notificationSignatureOf(subject, notificationFormOf(subject).forged())],
];
