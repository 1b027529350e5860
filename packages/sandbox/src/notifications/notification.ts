import type { NotificationDraft } from '../emulator/emulator.ts';
import type { CaptureState } from '../state/capture-state.ts';
import type { ProviderName } from '../state/provider-names.ts';

/** A queued notification. A receiver gets, and has to verify, exactly this body and these headers. */
export interface EmulatedNotification extends NotificationDraft {
  readonly id: string;
  readonly provider: ProviderName;
  readonly captureId: string;
  /** The state of the capture that it reports. */
  readonly state: CaptureState;
}
