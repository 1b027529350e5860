import * as v from 'valibot';
import type { WebhookEvent } from '../contract/webhook-event.ts';
import type { CheckedOptions } from '../provider/definition.ts';
import type { Endpoint } from '../provider/endpoint.ts';
import { undecided } from '../provider/verdict.ts';
import type { NotificationContent, WebhookDefinition } from '../provider/webhook-definition.ts';
import { credentialsIn } from '../schemas/options.ts';
import { createRedactor } from '../secrets/redaction.ts';
import { judgeResponse } from './judge-response.ts';
import { usableKeys, type ReferencePlace } from './lookup-keys.ts';
import { readableRest } from './readable-rest.ts';

/** A genuine notification as far as it can be read. */
export interface ReadNotification {
  readonly content: unknown;
  readonly read: NotificationContent;
  /** False where a deciding member is unreadable: of the rest only the ids count. */
  readonly isWhole: boolean;
}

/** Reads genuine content. Its signature proves that it is the provider's, whatever is wrong with a member of it. */
export function readNotification<Content>(
  { response: schema, read }: Pick<WebhookDefinition<never, Content>, 'response' | 'read'>,
  content: unknown,
): ReadNotification {
  const { success: isWhole } = v.safeParse(schema, content);
  const rest = readableRest(schema, content);
  const unread = { content, read: { verdict: undecided('unreadable_response') }, isWhole };
  try {
    return rest === undefined ? unread : { content: rest, read: read(rest), isWhole };
  } catch {
    return unread;
  }
}

/** The parts of a client that a notification is read with. */
interface NotificationContext {
  readonly options: CheckedOptions;
  readonly endpoint: Endpoint;
  readonly referenceIn: ReferencePlace | undefined;
}

/** Builds the event of a genuine notification. */
export function notificationOf(
  provider: string,
  { content, read, isWhole }: ReadNotification,
  { options, endpoint, referenceIn }: NotificationContext,
): WebhookEvent {
  const { verdict, transactionType, reference, authorizationId } = read;
  const redactor = createRedactor(() => credentialsIn(options));
  // Signed or not: an id with a credential in it is none.
  const readable = (id: string | undefined) => (id === undefined || redactor.holdsSecret(id) ? undefined : id);
  const ids = { reference: readable(reference), authorizationId: readable(authorizationId) };
  const evidence = { httpStatus: 200, requested: undefined, reportsAmount: true, authorizationId, otherCaptureIds: [] };
  const context = { ...evidence, redactor, ids: Object.values(ids), endpoint };
  // Another transaction has no verdict: its content is only redacted.
  const judgement = judgeResponse(verdict ?? undecided('unknown_status'), content, context);
  const { live, reportedAmount, providerTime, response } = judgement.details;
  const captureId = verdict && readable(judgement.conclusion.captureId);
  const conclusion = isWhole ? judgement.conclusion : undecided('unreadable_response');
  return {
    provider,
    status: verdict ? conclusion.status : 'other',
    transactionType: redactor.value(transactionType),
    live,
    code: verdict && 'code' in conclusion ? conclusion.code : undefined,
    captureId,
    ...ids,
    reportedAmount: isWhole ? reportedAmount : undefined,
    providerTime: isWhole ? providerTime : undefined,
    lookupKeys: usableKeys({ ...ids, captureId }, referenceIn),
    response,
  };
}
