import assert from 'node:assert/strict';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { WebhookHeaders } from '@capture/core';
import { each, type Proof } from '../../clause.ts';
import type { AnySubject } from '../../subject.ts';
import { assertNamesPath, rejectionOf } from '../../support/assert-result.ts';
import { clientOf } from '../../support/client.ts';
import { withValueAt } from '../../support/paths.ts';
import { notificationFormOf, verifiesNotifications, verifyNotification } from '../../support/notifications.ts';
import { BODY_MISTAKES, HEADER_MISTAKES } from '../../tables/receiving-mistakes.ts';

/** References that a signed string or a parser could take for something else. */
const AMBIGUOUS_REFERENCES = ['A&B=1', 'x&status=failed', 'x&', 'a=b', '"quoted"', 'a+b%20c', 'order/7', 'ü&ö=1'];

/** Proves that a verdict helps the developer of a receiver, and that no other transaction passes for a capture. */
export const receivedNotifications = [
  each('N13', 'a mistake of the receiver is not called a forgery', (subject) =>
    verifiesNotifications(subject) ? [...bodyMistakes(subject), ...headerMistakes(subject)] : [],
  ),
  each(
    'N14',
    'a public key is read as it is stored, and a wrong one is rejected when the client is created',
    (subject) => (subject.webhook?.publicKey ? [...acceptedKeys(subject), ...rejectedKeys(subject)] : []),
  ),
  each('N15', 'a notification about another transaction is verified, and is not about a capture', (subject) =>
    (subject.webhook?.others ?? []).map(({ name, notification }) => [
      name,
      async () => {
        const verdict = await verifyNotification(subject, notification());
        assert.equal(verdict.status, 'verified');
        assert.equal(verdict.event.status, 'other');
        assert.ok(verdict.event.transactionType, 'the event must have the type of the transaction');
        assert.equal(verdict.event.captureId, undefined, 'the id of another transaction is no capture id');
        assert.equal(verdict.event.lookupKeys.captureId, undefined);
      },
    ]),
  ),
  each('N16', 'a reference that a request accepts does not make its notification unverifiable', (subject) =>
    subject.webhook?.repeating
      ? AMBIGUOUS_REFERENCES.map((reference) => [reference, () => assertRepeated(subject, reference)])
      : [],
  ),
];

async function assertRepeated(subject: AnySubject, reference: string): Promise<void> {
  const prepare = () => clientOf(subject).prepare(withValueAt(subject.request, 'reference', reference));
  try {
    prepare();
  } catch {
    // Refused by name before the capture, which is right too.
    assertNamesPath(await rejectionOf(prepare), 'reference');
    return;
  }
  const notification = notificationFormOf(subject).repeating?.(reference) ?? assert.fail();
  const verdict = await verifyNotification(subject, notification);
  assert.equal(verdict.status, 'verified');
  assert.equal(verdict.event.reference, reference);
}

function bodyMistakes(subject: AnySubject): Proof[] {
  const { body, headers } = notificationFormOf(subject).captured();
  return Object.entries(BODY_MISTAKES).map(([name, mistake]) => [
    name,
    () => assertReasonOfItsOwn(subject, mistake(body), headers),
  ]);
}

function headerMistakes(subject: AnySubject): Proof[] {
  const { captured, signature } = notificationFormOf(subject);
  if (!('header' in signature)) return [];
  const { body, headers } = captured();
  return Object.entries(HEADER_MISTAKES).map(([name, mistake]) => [
    name,
    () => assertReasonOfItsOwn(subject, body, mistake(signature.header, headers[signature.header] ?? '')),
  ]);
}

/** The mistake is refused, for another reason than a notification that was signed with another key. */
async function assertReasonOfItsOwn(subject: AnySubject, body: unknown, headers: unknown): Promise<void> {
  const verdict = await verifyNotification(subject, { body: body as string, headers: headers as WebhookHeaders });
  const forged = await verifyNotification(subject, notificationFormOf(subject).forged());
  assert.equal(verdict.status, 'refused');
  assert.equal(forged.status, 'refused');
  assert.notEqual(verdict.reason, forged.reason, 'the reason must not be that of a forgery');
}

function acceptedKeys(subject: AnySubject): Proof[] {
  const { option, pem } = notificationFormOf(subject).publicKey ?? assert.fail();
  const key = createPublicKey(pem);
  const forms = {
    PEM: pem,
    'PEM with escaped line breaks': pem.replaceAll('\n', String.raw`\n`),
    'PEM in one line': pem.replaceAll('\n', ' '),
    'PEM in quotes': `"${pem.trim()}"`,
    'base64 without header lines': key.export({ type: 'spki', format: 'der' }).toString('base64'),
  };
  return Object.entries(forms).map(([name, value]) => [
    `accepted: ${name}`,
    async () => {
      const { body, headers } = notificationFormOf(subject).captured();
      const verdict = await clientOf(subject, {}, { [option]: value }).webhook?.verify(body, headers);
      assert.equal(verdict?.status, 'verified');
    },
  ]);
}

function rejectedKeys(subject: AnySubject): Proof[] {
  const { option, pem } = notificationFormOf(subject).publicKey ?? assert.fail();
  const lines = pem.trim().split('\n');
  const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const values = {
    'a truncated key': [...lines.slice(0, 3), ...lines.slice(-1)].join('\n'),
    'a key of another algorithm': elliptic.publicKey.export({ type: 'spki', format: 'pem' }),
    'a private key': elliptic.privateKey.export({ type: 'pkcs8', format: 'pem' }),
    'a key that is too small': generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({
      type: 'spki',
      format: 'pem',
    }),
    'a certificate': pem.replaceAll('PUBLIC KEY', 'CERTIFICATE'),
    'no key': 'kit',
  };
  return Object.entries(values).map(([name, value]) => [
    `rejected: ${name}`,
    async () => {
      assertNamesPath(await rejectionOf(() => clientOf(subject, {}, { [option]: value })), option);
    },
  ]);
}
