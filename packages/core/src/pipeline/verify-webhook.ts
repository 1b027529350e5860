import * as v from 'valibot';
import type { WebhookEvent, WebhookVerdict } from '../contract/webhook-event.ts';
import { type WebhookHeaders } from '../contract/webhook-headers.ts';
import type { CheckedOptions } from '../provider/definition.ts';
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
  return (provider, options) => ({
    verify: (rawBody: string | Uint8Array, headers: WebhookHeaders) =>
      verifyWebhook(provider, definition, options, rawBody, headers),
  });
}

/** Verifies a notification, then reads it. */
async function verifyWebhook<Options extends CheckedOptions, Content>(
  provider: string,
  definition: WebhookDefinition<Options, Content>,
  options: Options,
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
      event: notificationOf(provider, definition.read(found.output), found.output, options),
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
): WebhookEvent {
  const redactor = createRedactor(() => credentialsIn(options));
  const ids = [reference, authorizationId];
  const evidence = { httpStatus: 200, requested: undefined, reportsAmount: true, authorizationId, otherCaptureIds: [] };
  const context = { ...evidence, redactor, ids };
  const { conclusion, details } = judgeResponse(verdict, content, context);
  const { reportedAmount, providerTime } = details;
  const { captureId } = conclusion;
  return {
    provider,
    status: conclusion.status,
    code: 'code' in conclusion ? conclusion.code : undefined,
    captureId,
    authorizationId,
    reference,
    reportedAmount,
    providerTime,
    lookupKeys: usableKeys({ reference, captureId, authorizationId }),
    response: details.response,
  };
}
