import assert from 'node:assert/strict';
import { canariesOf, findLeak } from '../../support/canaries.ts';
import { NOWHERE } from '../../support/client.ts';
import { verifiesNotifications, notificationFormOf, verifyNotification } from '../../support/notifications.ts';
import { surfacesOf } from '../../support/surfaces.ts';
import { each, once } from '../../clause.ts';
import { NON_NOTIFICATIONS } from '../../tables/non-notifications.ts';

/** Values that frameworks pass in place of a raw body that they parsed or did not read. */
const NON_BODIES: readonly (readonly [name: string, body: unknown])[] = [
  ['undefined', undefined],
  ['null', null],
  ['a parsed body', { transaction: {} }],
];

/** Proves that anything but a notification is refused, and that no verdict contains a secret. */
export const notificationVerdict = [
  each('N10', 'anything that is not a notification is refused without throwing', (subject) =>
    verifiesNotifications(subject)
      ? [...Object.entries(NON_NOTIFICATIONS), ...NON_BODIES].map(([name, body]) => [
          name,
          async () => {
            const { headers } = notificationFormOf(subject).captured();
            for (const sent of [headers, {}]) {
              const verdict = await verifyNotification(subject, { body: body as string, headers: sent });
              assert.equal(verdict.status, 'refused');
            }
          },
        ])
      : [],
  ),
  once(
    'N11',
    'without a key, a notification is unverifiable',
    async (subject) => {
      const client = notificationFormOf(subject).withoutKey?.({ baseUrl: NOWHERE }) ?? assert.fail();
      const { body, headers } = notificationFormOf(subject).captured();
      assert.equal((await client.webhook?.verify(body, headers))?.status, 'unverifiable');
    },
    (subject) => subject.webhook?.withoutKey !== undefined,
  ),
  once(
    'N12',
    'a verdict contains no secret',
    async (subject) => {
      for (const form of [notificationFormOf(subject).captured(), notificationFormOf(subject).forged()])
        for (const [surface, printed] of surfacesOf('the verdict', await verifyNotification(subject, form))) {
          const leak = findLeak(printed, canariesOf(subject));
          assert.ok(leak === undefined, `${surface} contains ${leak ?? ''}`);
        }
    },
    verifiesNotifications,
  ),
];
