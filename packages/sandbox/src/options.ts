import type { FaultChooser } from './http/handle-request.ts';
import type { Money } from './state/money.ts';
import type { ProviderName } from './state/provider-names.ts';
import type { CaptureState } from './state/capture-state.ts';

/** How a sandbox is made. Every option may be left out. */
export interface SandboxOptions {
  /** Ids are made from it: the same seed and the same calls give the same ids. 1 by default. */
  readonly seed?: number;
  /** Chooses a fault for each call. A fault in the base URL goes before it. */
  readonly faults?: FaultChooser;
  /** The time. The machine's by default. */
  readonly clock?: () => Date;
  /**
   * PaymentOptions and Firstoken are asked by the id of the authorization, and no page says whether its answer shows a
   * capture that came later. It does not, unless this is true.
   */
  readonly lookupShowsLaterCaptures?: boolean;
  /**
   * Deliver the notification of a capture before answering its request, as can happen at any provider. Only to
   * notifications with a loopback address.
   */
  readonly webhookBeforeResponse?: boolean;
}

/** An authorization to be made. */
export interface NewAuthorization {
  readonly provider: ProviderName;
  readonly amount: Money;
  /** Made up if it is left out. */
  readonly id?: string;
  /**
   * The merchant's own id of the payment: PaymentOptions' merchant_txn_ref, freepayment's tracking_id. Captures inherit
   * it at these two, and it may be one of `TEST_REFERENCES` there.
   */
  readonly reference?: string;
  /** freepayment's notification_url. */
  readonly notificationUrl?: string;
}

/** The end of a pending capture. */
export interface PendingCompletion {
  readonly provider: ProviderName;
  readonly captureId: string;
  readonly state: Exclude<CaptureState, 'pending'>;
}
