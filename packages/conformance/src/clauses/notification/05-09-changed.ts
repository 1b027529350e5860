import assert from 'node:assert/strict';
import { clientOf } from '../../support/client.ts';
import {
  verifiesNotifications,
  assertSameOrRefused,
  notificationFormOf,
  assertRefused,
  notificationSignatureOf,
} from '../../support/notifications.ts';
import { once } from '../../clause.ts';

/** Proves that a notification cannot be altered in transit. */
export const changedNotifications = [
  once(
    'N5',
    'a change of any byte is detected',
    async (subject) => {
      const { body, headers } = notificationFormOf(subject).captured();
      for (let index = 0; index < body.length; index += 1) {
        const other = String.fromCharCode(body.charCodeAt(index) ^ 1);
        const changed = body.slice(0, index) + other + body.slice(index + 1);
        await assertSameOrRefused(subject, { body: changed, headers }, `the body with byte ${index} changed`);
      }
    },
    verifiesNotifications,
  ),
  once(
    'N6',
    'truncation at any byte is detected',
    async (subject) => {
      const { body, headers } = notificationFormOf(subject).captured();
      for (let length = 0; length < body.length; length += 1)
        await assertSameOrRefused(
          subject,
          { body: body.slice(0, length), headers },
          `the body cut after ${length} bytes`,
        );
    },
    verifiesNotifications,
  ),
  once(
    'N7',
    'added content is detected',
    async (subject) => {
      const { body, headers } = notificationFormOf(subject).captured();
      for (const more of ['&amount=1', '&status=success', '&a=', '}', ',"a":1}', '\n{}', '\u0000'])
        for (const changed of [body + more, more + body, body.replace('&', `${more}&`)])
          if (changed !== body)
            await assertSameOrRefused(subject, { body: changed, headers }, `the body with ${more} added`);
    },
    verifiesNotifications,
  ),
  once(
    'N8',
    'a duplicated parameter is refused',
    (subject) => {
      const { body, headers } = notificationFormOf(subject).captured();
      return assertRefused(subject, { body: `${body}&${body.split('&')[0] ?? ''}`, headers });
    },
    (subject) => subject.webhook !== undefined && !subject.webhook.captured().body.startsWith('{'),
  ),
  once(
    'N9',
    'a duplicated signature header is refused',
    async (subject) => {
      const { body, headers } = notificationFormOf(subject).captured();
      const [name = '', value = ''] =
        Object.entries(headers).find(([, header]) => header === notificationSignatureOf(subject, { body, headers })) ??
        [];
      const verdict = await (clientOf(subject).webhook ?? assert.fail()).verify(body, {
        ...headers,
        [name]: [value, value],
      });
      assert.equal(verdict.status, 'refused');
    },
    (subject) => subject.webhook !== undefined && 'header' in subject.webhook.signature,
  ),
];
