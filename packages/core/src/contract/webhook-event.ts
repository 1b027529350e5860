import type { ErrorCode } from '../errors/error-codes.ts';
import type { Money } from '../money/money.ts';
import type { LookupKeys, ProviderTime } from './result.ts';
import type { WebhookBody, WebhookHeaders } from './webhook-headers.ts';

/**
 * A verified notification, in the terms of a capture result. It is not enough to book money: look the payment up first.
 */
export interface WebhookEvent {
  readonly provider: string;
  /**
   * As in a result; `other` where the notification is genuine and about another kind of transaction, such as the
   * authorization or a refund: see `transactionType`. It says nothing about a capture.
   */
  readonly status: 'captured' | 'pending' | 'declined' | 'unknown' | 'other';
  /** The kind of transaction, as the provider writes it, where it states one. */
  readonly transactionType: string | undefined;
  /** True for a live payment, false for a test, `undefined` where neither the notification nor the host shows it. */
  readonly live: boolean | undefined;
  /** The reason, where `status` is `declined` or `unknown`. */
  readonly code: ErrorCode | undefined;
  /** The id of the capture; `undefined` where `status` is `other`. */
  readonly captureId: string | undefined;
  readonly authorizationId: string | undefined;
  readonly reference: string | undefined;
  readonly reportedAmount: Money | undefined;
  readonly providerTime: ProviderTime | undefined;
  /** Keys to look the payment up with. */
  readonly lookupKeys: LookupKeys;
  /** The parts of the notification that were read, redacted. */
  readonly response: unknown;
}

/**
 * Authenticity of a notification. `refused`: it is not the provider's, or it was altered in transit. `unverifiable`:
 * its authenticity cannot be determined; never treat it as verified.
 */
export type WebhookVerdict =
  | { readonly status: 'verified'; readonly event: WebhookEvent }
  | { readonly status: 'refused'; readonly reason: string }
  | { readonly status: 'unverifiable'; readonly reason: string };

/** A client that can verify notifications. */
export interface WebhookClient {
  readonly webhook: {
    /**
     * Verifies and reads a notification. Never throws, never rejects.
     *
     * @param rawBody the raw, unparsed body, as a string or as bytes in any form: one that was parsed and serialized
     * again does not verify
     * @param headers the request headers, in any form and case
     * @returns the verdict; only `verified` carries the notification
     * @example
     * ```ts
     * const verdict = await client.webhook.verify(await request.text(), request.headers);
     * if (verdict.status !== 'verified') return new Response(verdict.reason, { status: 400 });
     * await client.lookup(verdict.event.lookupKeys);
     * ```
     */
    verify(rawBody: WebhookBody, headers?: WebhookHeaders | null): Promise<WebhookVerdict>;
  };
}
