import assert from 'node:assert/strict';
import type { WebhookEvent } from '@capture/core';
import { each } from '../../clause.ts';
import { ENVIRONMENTS, otherThan } from '../../support/environments.ts';
import { verifyNotification } from '../../support/notifications.ts';
import type { AnySubject, KitOptions, SignedNotification } from '../../subject.ts';

/** Proves that a notification says live or test, and that one of the kind that is not expected counts for nothing. */
export const environmentsOfNotifications = [
  each('E11', 'live of a notification is what it states', (subject) =>
    eachStated(subject, (stating, environment) => async () => {
      const { live, status } = await eventOf(subject, stating(environment));
      assert.deepEqual([live, status], [environment === 'live', 'captured']);
      const expected = await eventOf(subject, stating(environment), { expect: environment });
      assert.deepEqual([expected.live, expected.status], [environment === 'live', 'captured']);
    }),
  ),
  each('E12', 'a notification of the other environment than the expected one is unknown', (subject) =>
    eachStated(subject, (stating, expect) => async () => {
      const { live, status, code } = await eventOf(subject, stating(otherThan(expect)), { expect });
      assert.deepEqual([live, status, code], [expect !== 'live', 'unknown', 'other_environment']);
    }),
  ),
];

type Environment = (typeof ENVIRONMENTS)[number];

function eachStated(
  { webhook }: AnySubject,
  proof: (stating: (environment: Environment) => SignedNotification, one: Environment) => () => Promise<void>,
) {
  const stating = webhook?.stating;
  return stating ? ENVIRONMENTS.map((one) => [one, proof(stating, one)] as const) : [];
}

async function eventOf(
  subject: AnySubject,
  notification: SignedNotification,
  options: Partial<KitOptions> = {},
): Promise<WebhookEvent> {
  const verdict = await verifyNotification(subject, notification, options);
  return verdict.status === 'verified' ? verdict.event : assert.fail('a genuine notification must be verified');
}
