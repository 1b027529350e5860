import type { CaptureState, DeclineReason } from './capture-state.ts';
import type { Money } from './money.ts';
import type { ProviderName } from './provider-names.ts';

/** The state of an authorization: only an `authorized` one can be captured or voided. */
export type AuthorizationState = 'authorized' | 'pending' | 'declined' | 'voided';

/** Values that the provider's responses repeat: never a card number that was sent, never a security code. */
export type Details = Readonly<Record<string, string | number>>;

/** An authorization, as an emulator keeps it. */
export interface Authorization {
  readonly provider: ProviderName;
  readonly id: string;
  readonly amount: Money;
  state: AuthorizationState;
  /** The reason of a decline. */
  readonly reason?: DeclineReason;
  /** The merchant's own id, given when the authorization was made. */
  readonly reference?: string;
  /** The address that was registered for notifications. */
  readonly notificationUrl?: string;
  /** False: captures do not repeat its reference. */
  readonly capturesRepeatReference?: boolean;
  /** From this time on it cannot be captured. ISO 8601. */
  readonly expiresAt?: string;
  /** The first capture ends it, and the remaining amount is released. */
  readonly singleCapture: boolean;
  readonly at: Date;
  readonly details?: Details;
}

/** Returns whether it is too late to capture the authorization. */
export function isExpired({ expiresAt }: Authorization, now: Date): boolean {
  return expiresAt !== undefined && now.getTime() >= Date.parse(expiresAt);
}

/** A capture that the provider accepted, including one that the issuer then declined. */
export interface Capture {
  readonly provider: ProviderName;
  readonly captureId: string;
  readonly authorizationId?: string;
  readonly reference?: string;
  readonly amount: Money;
  state: CaptureState;
  /** The reason of a decline. */
  readonly reason?: DeclineReason;
  readonly at: Date;
  readonly details: Details;
}

/** A void of an authorization or of a capture, or a refund of a capture. */
export interface Reversal {
  readonly provider: ProviderName;
  readonly id: string;
  readonly kind: 'void' | 'refund';
  /** The id of the authorization or of the capture. */
  readonly parentId: string;
  readonly reference?: string;
  readonly amount: Money;
  readonly at: Date;
  readonly details: Details;
}
