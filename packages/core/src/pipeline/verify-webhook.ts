import * as v from 'valibot';
import type { WebhookEvent, WebhookVerdict } from '../contract/webhook-event.ts';
import { type WebhookHeaders } from '../contract/webhook-headers.ts';
import type { CheckedOptions } from '../provider/definition.ts';
import type { Endpoint } from '../provider/endpoint.ts';
import type { NotificationContent, Verifier, WebhookDefinition } from '../provider/webhook-definition.ts';
import { credentialsIn } from '../schemas/options.ts';
import { createRedactor } from '../secrets/redaction.ts';
import { judgeResponse } from './judge-response.ts';
import { headerOf } from './header-of.ts';
import { usableKeys } from './lookup-keys.ts';

const MAX_BYTES = 64 * 1024;

/**
 * Creates the `webhook` of a definition. Called by the provider, so that one without notifications does not bundle it.
 */
export function verifier<Options extends CheckedOptions, Content>(
  definition: WebhookDefinition<Options, Content>,
): Verifier<Options> {
  return (provider, options, endpoint) =>
    Object.freeze({
      verify: (rawBody: string | Uint8Array, headers: WebhookHeaders) =>
        verifyWebhook({ provider, definition, options, endpoint }, rawBody, headers),
    });
}

/** The client that a notification is for. */
interface Receiver<Options, Content> {
  readonly provider: string;
  readonly definition: WebhookDefinition<Options, Content>;
  readonly options: Options;
  readonly endpoint: Endpoint;
}

/** Verifies a notification, then reads it. */
async function verifyWebhook<Options extends CheckedOptions, Content>(
  { provider, definition, options, endpoint }: Receiver<Options, Content>,
  rawBody: string | Uint8Array,
  headers: WebhookHeaders,
): Promise<WebhookVerdict> {
  const given: unknown = typeof rawBody === 'string' ? new TextEncoder().encode(rawBody) : rawBody;
  if (!(given instanceof Uint8Array))
    return { status: 'refused', reason: 'rawBody must be the raw, unparsed body as a string or bytes' };
  // A copy: the caller may use its buffer again while the signature is checked.
  const bytes = new Uint8Array(given);
  if (bytes.byteLength > MAX_BYTES) return { status: 'refused', reason: 'the body is longer than 64 KiB' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const verified = await definition.verify({ bytes, text, header: (name) => headerOf(headers, name) }, options);
    if (verified.status !== 'verified') return verified;
    const found = v.safeParse(definition.response, verified.content);
    if (!found.success)
      return {
        status: 'refused',
        reason: 'the signature is valid, but the content is not what the provider documents',
      };
    return {
      status: 'verified',
      event: notificationOf(provider, definition.read(found.output), found.output, options, endpoint),
    };
  } catch {
    return { status: 'refused', reason: 'the body or its signature is malformed' };
  }
}

function notificationOf(
  provider: string,
  { verdict, reference, authorizationId }: NotificationContent,
  content: unknown,
  options: CheckedOptions,
  endpoint: Endpoint,
): WebhookEvent {
  const redactor = createRedactor(() => credentialsIn(options));
  // Signed or not: an id with a credential in it is none.
  const readable = (id: string | undefined) => (id === undefined || redactor.holdsSecret(id) ? undefined : id);
  const ids = { reference: readable(reference), authorizationId: readable(authorizationId) };
  const evidence = { httpStatus: 200, requested: undefined, reportsAmount: true, authorizationId, otherCaptureIds: [] };
  const context = { ...evidence, redactor, ids: Object.values(ids), endpoint };
  const { conclusion, details } = judgeResponse(verdict, content, context);
  const { live, reportedAmount, providerTime } = details;
  const captureId = readable(conclusion.captureId);
  return {
    provider,
    status: conclusion.status,
    live,
    code: 'code' in conclusion ? conclusion.code : undefined,
    captureId,
    ...ids,
    reportedAmount,
    providerTime,
    lookupKeys: usableKeys({ ...ids, captureId }),
    response: details.response,
  };
}
