import * as v from 'valibot';
import type { ErrorCode } from '../errors/error-codes.ts';
import type { Money } from '../money/money.ts';
import { createRedactor } from '../secrets/redaction.ts';
import type { LookupKeys, ProviderTime } from '../contract/result.ts';
import { credentialsIn } from '../schemas/options.ts';
import { evaluate } from './evaluate.ts';
import { headerOf, type WebhookHeaders } from '../contract/webhook-headers.ts';
import { usableKeys } from './lookup-keys.ts';
import type { CheckedOptions } from '../provider/definition.ts';
import type { Schema } from '../schemas/validation.ts';
import type { Verdict } from '../provider/verdict.ts';

/** What a verified notification says, in the words of a capture's result. A notification alone moves nothing: look the payment up before money is booked. */
export interface Notification {
  readonly provider: string;
  readonly status: 'captured' | 'pending' | 'declined' | 'unknown';
  /** Why it is `declined` or `unknown`. */
  readonly code: ErrorCode | undefined;
  readonly captureId: string | undefined;
  readonly authorizationId: string | undefined;
  readonly reference: string | undefined;
  readonly reportedAmount: Money | undefined;
  readonly providerTime: ProviderTime | undefined;
  /** What to look the payment up with. */
  readonly lookup: LookupKeys;
  /** What was read of it, redacted. */
  readonly answer: unknown;
}

/**
 * Whether a notification is the provider's. `refused`: it is not, or it was changed on the way, for this reason. `unverifiable`: it cannot be known, for this reason; never
 * treat it as verified.
 */
export type WebhookVerdict =
  | { readonly status: 'verified'; readonly notification: Notification }
  | { readonly status: 'refused'; readonly reason: string }
  | { readonly status: 'unverifiable'; readonly reason: string };

/** A client that can verify notifications. */
export interface WebhookClient {
  readonly webhook: {
    /** Verifies and reads a notification. `rawBody` must be the bytes as they arrived: a body that was parsed and written again does not verify. Never throws, never rejects. */
    verify(rawBody: string | Uint8Array, headers: WebhookHeaders): Promise<WebhookVerdict>;
  };
}

/** A notification as it arrived. */
export interface RawNotification {
  readonly bytes: Uint8Array;
  readonly text: string;
  /** A header by its lower-case name; `undefined` where it is absent or came twice. */
  readonly header: (name: string) => string | undefined;
}

/** webhook.ts of a provider. */
export interface WebhookDefinition<Options, Answer> {
  /** Signature first: nothing of the content is believed before. `content` is the parsed body. */
  readonly verify: (
    raw: RawNotification,
    options: Options,
  ) => Promise<
    { readonly status: 'verified'; readonly content: unknown } | Exclude<WebhookVerdict, { status: 'verified' }>
  >;
  readonly answer: Schema<unknown, Answer>;
  readonly read: (answer: Answer) => NotificationContent;
}

/** What a notification says, and which payment it names. */
export interface NotificationContent {
  readonly verdict: Verdict;
  readonly reference?: string | undefined;
  readonly authorizationId?: string | undefined;
}

const MAX_BYTES = 64 * 1024;

/** What makes a client's `webhook`. */
export type Verifier<Options> = (provider: string, options: Options) => WebhookClient['webhook'];

/** Makes the `webhook` of a definition. Called by the provider and not by core, so that a provider without notifications does not carry it. */
export function verifier<Options extends CheckedOptions, Answer>(
  definition: WebhookDefinition<Options, Answer>,
): Verifier<Options> {
  return (provider, options) =>
    Object.freeze({
      verify: (rawBody: string | Uint8Array, headers: WebhookHeaders) =>
        verifyWebhook(provider, definition, options, rawBody, headers),
    });
}

/** Verifies, then reads. */
async function verifyWebhook<Options extends CheckedOptions, Answer>(
  provider: string,
  definition: WebhookDefinition<Options, Answer>,
  options: Options,
  rawBody: string | Uint8Array,
  headers: WebhookHeaders,
): Promise<WebhookVerdict> {
  const given: unknown = typeof rawBody === 'string' ? new TextEncoder().encode(rawBody) : rawBody;
  if (!(given instanceof Uint8Array))
    return { status: 'refused', reason: 'rawBody must be the text or the bytes as they arrived, not a parsed body' };
  // A copy: the caller may use its buffer again while the signature is checked.
  const bytes = new Uint8Array(given);
  if (bytes.byteLength > MAX_BYTES) return { status: 'refused', reason: 'the body is longer than 64 KiB' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const verified = await definition.verify({ bytes, text, header: (name) => headerOf(headers, name) }, options);
    if (verified.status !== 'verified') return verified;
    const found = v.safeParse(definition.answer, verified.content);
    if (!found.success)
      return {
        status: 'refused',
        reason: 'the signature is right, but the content is not what the provider documents',
      };
    return {
      status: 'verified',
      notification: notificationOf(provider, definition.read(found.output), found.output, options),
    };
  } catch {
    return { status: 'refused', reason: 'the body or its signature is malformed' };
  }
}

function notificationOf(
  provider: string,
  { verdict, reference, authorizationId }: NotificationContent,
  answer: unknown,
  options: CheckedOptions,
): Notification {
  const redactor = createRedactor(() => credentialsIn(options));
  const ids = [reference, authorizationId];
  const context = { httpStatus: 200, asked: undefined, reportsAmount: true, redactor, ids };
  const { found, captureId, shared } = evaluate(provider, verdict, answer, context);
  const { reportedAmount, providerTime } = shared;
  const { status, code } = found;
  return {
    provider,
    status,
    code,
    captureId,
    authorizationId,
    reference,
    reportedAmount,
    providerTime,
    lookup: usableKeys({ reference, captureId, authorizationId }),
    answer: shared.answer,
  };
}
