import assert from 'node:assert/strict';
import type { WebhookEvent } from '@capture/core';
import { each, type Proof } from '../../clause.ts';
import {
  ANY_CHANGE,
  decidingPaths,
  OF_ANOTHER_TYPE,
  otherMembersIn,
  UNKNOWABLE,
  type MemberChange,
} from '../../support/member-changes.ts';
import { notificationFormOf, verifyNotification } from '../../support/notifications.ts';
import { membersIn } from '../../support/paths.ts';
import type { AnySubject, NotificationForm } from '../../subject.ts';

const inForm =
  (write: (genuine: string) => string | undefined): MemberChange[1] =>
  (body, path) => {
    const members = new URLSearchParams(body);
    const value = write(members.get(path) ?? 'kit');
    if (value === undefined) members.delete(path);
    else members.set(path, value);
    return members.toString();
  };

/** Changes of a form, whose members are strings. A repeated one is refused: it could be an attacker's. */
const FORM_CHANGES: readonly MemberChange[] = [
  ['absent', inForm(() => undefined)],
  ['empty', inForm(() => '')],
  ['another string', inForm(() => 'kit')],
  ['null', inForm(() => 'null')],
  ['a list', inForm((genuine) => JSON.stringify([genuine]))],
  ['an object', inForm((genuine) => JSON.stringify({ value: genuine }))],
  ['too precise', inForm(() => '74529001234567890123.00000000001')],
];

/** Changes of a form after which a member states nothing. */
const FORM_GAPS = FORM_CHANGES.filter(([name]) => name === 'absent' || name === 'empty');

const isJson = (body: string): boolean => body.startsWith('{');
const contentOf = (body: string): unknown =>
  isJson(body) ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body));

/** The event of a genuine notification of which one member was changed before it was signed. */
async function eventOf(subject: AnySubject, body: string, what: string): Promise<WebhookEvent> {
  const verdict = await verifyNotification(subject, notificationFormOf(subject).sign(body));
  assert.equal(verdict.status, 'verified', `${what}: a genuine notification must be verified`);
  return verdict.event;
}

/** A notification without its signature, the fields that decide about it and its members. */
function parts({ captured, deciding, signature }: NotificationForm) {
  const { body } = captured();
  const added = Object.keys(deciding.added ?? {});
  const signed = 'field' in signature ? [signature.field] : [];
  const content = contentOf(body);
  const all = { ...deciding, compared: [...(deciding.compared ?? []), ...added] };
  const others = otherMembersIn(content, all).filter((path) => !signed.includes(path));
  return { body, others, deciding: decidingPaths(deciding) };
}

/** Proves that nothing makes a genuine notification a refused one, and that only what decides can make it unclear. */
export const membersOfNotifications = [
  each('N17', 'a member that decides nothing spoils no genuine notification, whatever it is', (subject) => {
    if (!subject.webhook) return [];
    const { body, others } = parts(subject.webhook);
    return others.map((path): Proof => [
      path,
      async () => {
        for (const [name, change] of isJson(body) ? ANY_CHANGE : FORM_CHANGES) {
          const { status } = await eventOf(subject, change(body, path), `${path}, ${name}`);
          assert.equal(status, 'captured', `${path}, ${name}`);
        }
      },
    ]);
  }),
  each('N18', 'a genuine notification whose deciding member is unreadable is verified, and no success', (subject) => {
    if (!subject.webhook) return [];
    const { body, deciding } = parts(subject.webhook);
    const { amount } = subject.webhook;
    return deciding.map((path): Proof => [
      path,
      async () => {
        const { captureId } = await eventOf(subject, body, 'unchanged');
        for (const [name, change] of isJson(body) ? [...OF_ANOTHER_TYPE, ...UNKNOWABLE] : FORM_GAPS) {
          const event = await eventOf(subject, change(body, path), `${path}, ${name}`);
          assert.notEqual(event.status, 'captured', `${path}, ${name}`);
          if (path === amount) assert.equal(event.captureId, captureId, `${name}: the id of the capture must be kept`);
        }
      },
    ]);
  }),
  each('N19', 'no change of a member makes a capture of another transaction', (subject) =>
    (subject.webhook?.others ?? []).map(({ name, notification }): Proof => [
      name,
      async () => {
        const { body } = notification();
        const { compared = [], added = {} } = notificationFormOf(subject).deciding;
        // Without a type that the provider may omit, it is about a capture.
        const isOptional = (path: string): boolean => compared.includes(path) || path in added;
        for (const path of membersIn(contentOf(body)).filter((one) => !isOptional(one)))
          for (const [changeName, change] of isJson(body) ? ANY_CHANGE : FORM_CHANGES) {
            const event = await eventOf(subject, change(body, path), `${path}, ${changeName}`);
            assert.notEqual(event.status, 'captured', `${path}, ${changeName}`);
            assert.equal(event.captureId, undefined, `${path}, ${changeName}: this is no capture`);
          }
      },
    ]),
  ),
];
