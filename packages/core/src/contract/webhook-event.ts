import type { ErrorCode } from '../errors/error-codes.ts';
import type { Money } from '../money/money.ts';
import type { LookupKeys, ProviderTime } from './result.ts';
import type { WebhookHeaders } from './webhook-headers.ts';

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
