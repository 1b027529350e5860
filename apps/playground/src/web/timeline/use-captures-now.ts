import type { SandboxCapture } from '../../shared/api.ts';
import type { TruthEvent } from '../../shared/run-event.ts';
import { sandbox } from '../state/sandbox.ts';
import { useStore } from '../state/store.ts';

/** A capture of a run as the sandbox holds it now; `was` is what it was when the run ended, if that was something else. */
export type CaptureNow = SandboxCapture & { readonly was?: string };

/** What was pending may have been captured or declined since. A replay stays at what it was. */
export function useCapturesNow(truth: TruthEvent | undefined, replayed: boolean): readonly CaptureNow[] {
  const current = useStore(sandbox)?.captures ?? [];
  const recorded = truth?.captures ?? [];
  if (replayed) return recorded;
  return recorded.map((before) => {
    // The time as well: a sandbox that was set back may give an id again.
    const found = current.find((one) => one.captureId === before.captureId && one.at === before.at);
    return !found || found.state === before.state ? before : { ...before, state: found.state, was: before.state };
  });
}
