import type { WebhookVerdict } from '../contract/webhook-event.ts';
import type { WebhookBody, WebhookHeaders } from '../contract/webhook-headers.ts';
import type { CheckedOptions } from '../provider/definition.ts';
import type { Endpoint } from '../provider/endpoint.ts';
import type { Verifier, WebhookDefinition } from '../provider/webhook-definition.ts';
import { headerOf } from './header-of.ts';
import { notificationBytes } from './notification-bytes.ts';
import { notificationOf, readNotification } from './notification-event.ts';
import { isWrittenAgain, mistakeInBody, otherSpellings } from './notification-mistakes.ts';

const MAX_BYTES = 64 * 1024;

/**
 * Creates the `webhook` of a definition. Called by the provider, so that one without notifications does not bundle it.
 */
export function verifier<Options extends CheckedOptions, Content>(
  definition: WebhookDefinition<Options, Content>,
): Verifier<Options> {
  return (provider, options, endpoint) => ({
    verify: (rawBody: WebhookBody, headers?: WebhookHeaders | null) =>
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
  rawBody: WebhookBody,
  headers: WebhookHeaders | null | undefined,
): Promise<WebhookVerdict> {
  const context = { options, endpoint, referenceIn: definition.referenceIn };
  try {
    const given = notificationBytes(rawBody);
    if (given.bytes === undefined) return refusal(given.reason);
    const { bytes } = given;
    if (bytes.byteLength === 0) return refusal('the body is empty: it may have been read before');
    if (bytes.byteLength > MAX_BYTES) return refusal('the body is longer than 64 KiB');
    const text = decoded(bytes);
    if (text === undefined) return refusal('the body is not UTF-8');
    const verified = await verifiedContent(definition, options, { bytes, text, headers });
    if (verified.status !== 'verified') return verified;
    const event = notificationOf(provider, readNotification(definition, verified.content), context);
    return { status: 'verified', event };
  } catch {
    return refusal('the body or its signature is malformed');
  }
}

function refusal(reason: string): WebhookVerdict & { status: 'refused' } {
  return { status: 'refused', reason };
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

interface Received {
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly headers: WebhookHeaders | null | undefined;
}

/** Runs the provider's `verify`. A refusal names the mistake of the receiver, where there is one to be seen. */
async function verifiedContent<Options, Content>(
  definition: WebhookDefinition<Options, Content>,
  options: Options,
  { bytes, text, headers }: Received,
): ReturnType<WebhookDefinition<Options, Content>['verify']> {
  let lacking: string | undefined;
  const header = (name: string): string | undefined => {
    const found = headerOf(headers, name);
    if (found.value === undefined) lacking ??= `the header ${name} is ${found.trouble}`;
    return found.value;
  };
  const verify = async (raw: Pick<Received, 'bytes' | 'text'>) => {
    try {
      return await definition.verify({ ...raw, header }, options);
    } catch {
      return refusal('the body or its signature is malformed');
    }
  };
  const verified = await verify({ bytes, text });
  if (verified.status !== 'refused') return verified;
  if (lacking !== undefined) return refusal(isEmpty(headers) ? `${lacking}: no request headers were passed` : lacking);
  const mistake = mistakeInBody(bytes, text, definition.body);
  if (mistake !== undefined) return refusal(mistake);
  if (definition.body !== 'json' || !isWrittenAgain(text)) return verified;
  for (const other of otherSpellings(text)) {
    const again = await verify({ bytes: new TextEncoder().encode(other), text: other });
    if (again.status === 'verified') return refusal('the body was parsed and serialized again: pass the raw body');
  }
  return refusal(`${verified.reason}; if the body was parsed and serialized again, pass the raw body`);
}

function isEmpty(headers: WebhookHeaders | null | undefined): boolean {
  if (headers === undefined || headers === null) return true;
  const isReader = typeof (headers as { get?: unknown }).get === 'function';
  return !isReader && Object.keys(headers).length === 0;
}
