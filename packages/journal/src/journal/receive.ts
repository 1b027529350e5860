import type { WebhookBody, WebhookEvent, WebhookHeaders, WebhookVerdict } from '@capture/core';
import type { StoredOperation } from '../contract/store.ts';
import { IN_DOUBT_STATES } from '../states/transitions.ts';
import { accountOf, checkProvider } from './account-of.ts';
import { invalid } from './check-input.ts';
import type { Context } from './context.ts';
import { lookUp } from './look-up-operation.ts';

/** The outcome of a notification, with the stored operation. */
export interface ReceivedStored {
  readonly verdict: WebhookVerdict;
  readonly operation: StoredOperation | undefined;
}

/** Verifies a notification, adds it to the history of its operation, and looks the payment up at once. */
export async function receive(
  context: Context,
  label: string,
  rawBody: WebhookBody,
  headers?: WebhookHeaders | null,
): Promise<ReceivedStored> {
  const account = accountOf(context, label);
  const { webhook } = account.client;
  if (!webhook) throw invalid('account', `is of ${account.client.provider}, whose notifications cannot be verified`);
  const verdict = await webhook.verify(rawBody, headers);
  if (verdict.status !== 'verified') return { verdict, operation: undefined };
  const { event } = verdict;
  const operation = await operationOfEvent(context, label, event);
  if (!operation) return { verdict, operation };
  checkProvider(account, operation);
  const { status, captureId = null, code = null } = event;
  const notification = { type: 'notification', details: { status, captureId, code } } as const;
  await context.store.addEvent(operation.id, notification);
  context.report({ ...notification, from: undefined, to: undefined }, operation);
  return { verdict, operation: await lookUp(context, operation.id, 'now') };
}

/**
 * The operation that a notification is about. Its capture id decides; the other keys may be those of several
 * operations, and then of the one that is open. `undefined` where that is none, or more than one.
 */
async function operationOfEvent(
  { store }: Context,
  account: string,
  { captureId, reference, authorizationId }: WebhookEvent,
): Promise<StoredOperation | undefined> {
  const find = (filter: object) => store.list({ accounts: [account], ...filter }, { limit: 100 });
  if (captureId !== undefined) {
    const [exact] = await find({ captureId });
    if (exact) return exact;
  }
  for (const filter of [
    reference !== undefined && { reference },
    authorizationId !== undefined && { authorizationId },
  ]) {
    if (!filter) continue;
    // One with another capture id is another capture.
    const found = (await find(filter)).filter(
      (operation) => captureId === undefined || operation.captureId === undefined,
    );
    const open = found.filter(({ state }) => state === 'sending' || IN_DOUBT_STATES.includes(state));
    const [only, ...others] = open.length > 0 ? open : found;
    if (only && others.length === 0) return only;
  }
  return undefined;
}
