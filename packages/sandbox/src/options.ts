import type { FaultChooser } from './faults/faults.ts';
import type { CaptureState } from './state/capture-state.ts';
import type { ProviderName } from './state/provider-names.ts';

/** The options of `createSandbox`. All are optional. */
export interface SandboxOptions {
  /** Ids are derived from it: the same seed and the same calls give the same ids. 1 by default. */
  readonly seed?: number;
  /** Chooses a fault for each call. A fault in the base URL takes precedence. */
  readonly faults?: FaultChooser;
  /** The current time. The system clock by default. */
  readonly clock?: () => Date;
  /**
   * At PaymentOptions and Firstoken a lookup goes by the id of the authorization, and it is undocumented whether the
   * response shows a later capture. It does not, unless this is true.
   */
  readonly lookupShowsLaterCaptures?: boolean;
  /**
   * Responses and notifications state a live payment, where the provider states live or test at all (PaymentOptions,
   * freepayment.online): to see what a client makes of them. They state a test, unless this is true.
   */
  readonly live?: boolean;
  /**
   * Deliver the notification of a capture before the response to its request, as can happen at any provider. Only for
   * notifications with a loopback address.
   */
  readonly webhookBeforeResponse?: boolean;
}

/** The final state of a pending authorization. */
export interface AuthorizationCompletion {
  readonly provider: ProviderName;
  readonly id: string;
  readonly state: 'authorized' | 'declined';
}

/** The final state of a pending capture. */
export interface PendingCompletion {
  readonly provider: ProviderName;
  readonly captureId: string;
  readonly state: Exclude<CaptureState, 'pending'>;
}
