import type { ReactNode } from 'react';
import { eventOf, resultOf, runs, shownRun, truthOf, type Run } from '../state/runs.ts';
import { useStore } from '../state/store.ts';
import { earlierCaptureOf } from '../state/verdict.ts';

/** A note that an earlier run captured what was looked up for this one, with a button that shows that run. */
export function EarlierCapture({ run, replayed }: { readonly run: Run; readonly replayed: boolean }): ReactNode {
  const all = useStore(runs);
  const earlier = earlierCaptureOf(run);
  const truth = eventOf(run.events, 'resolution')?.truth;
  if (!earlier || !truth) return null;
  const keys = resultOf(run)?.lookup ?? [];
  const isReference = keys.some(({ name, value }) => name === 'reference' && value === earlier.reference);
  const origin = all.find((one) =>
    truthOf(one)?.captures.some(({ captureId, at }) => captureId === earlier.captureId && at === earlier.at),
  );
  return (
    <p className="earlier">
      This {isReference ? 'reference' : 'authorization'} was captured by an earlier run at{' '}
      <time dateTime={earlier.at}>{new Date(earlier.at).toLocaleTimeString()}</time>.{' '}
      {truth.agrees ? 'This request moved nothing more.' : truth.description}{' '}
      {origin && !replayed ? (
        <button type="button" className="link" onClick={() => shownRun.set(origin.key)}>
          Show that run
        </button>
      ) : null}
    </p>
  );
}
