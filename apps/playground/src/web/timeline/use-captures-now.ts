import type { TruthEvent } from '../../shared/run-event.ts';
import { sandbox } from '../state/sandbox.ts';
import { useStore } from '../state/store.ts';
import type { CaptureNow } from '../state/verdict.ts';

/**
 * The captures of a run in their current state: a pending one may be final by now. A replay keeps the recorded state.
 */
export function useCapturesNow(truth: TruthEvent | undefined, replayed: boolean): readonly CaptureNow[] {
  const current = useStore(sandbox)?.captures ?? [];
  const recorded = truth?.captures ?? [];
  if (replayed) return recorded;
  return recorded.map((before) => {
    // Compares the time as well: after a reset the sandbox may use an id again.
    const found = current.find((one) => one.captureId === before.captureId && one.at === before.at);
    return !found || found.state === before.state ? before : { ...before, state: found.state, was: before.state };
  });
}
