import type { NotificationDraft } from '../emulator/emulator.ts';
import type { CaptureState } from '../state/capture-state.ts';
import type { ProviderName } from '../state/provider-names.ts';

/** A notification that waits to be delivered. A receiver gets exactly this body and these headers, and verifies them. */
export interface EmulatedNotification extends NotificationDraft {
  readonly id: string;
  readonly provider: ProviderName;
  readonly captureId: string;
  /** The state of the capture that it reports. */
  readonly state: CaptureState;
}
