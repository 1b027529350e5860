import type { FaultChooser } from './faults/faults.ts';
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

/** The end of a pending capture. */
export interface PendingCompletion {
  readonly provider: ProviderName;
  readonly captureId: string;
  readonly state: Exclude<CaptureState, 'pending'>;
}
