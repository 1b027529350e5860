import type { Progress, WorkOptions } from '../../contract/work.ts';
import type { Context } from '../context.ts';

const DEFAULT_EVERY = 1000;

/** Calls a function of the caller's. What it throws is ignored. */
export function callSafely<T>(callback: ((value: T) => void) | undefined, value: T): void {
  try {
    callback?.(value);
  } catch {
    // The work is not the caller's to end this way.
  }
}

/** Returns a function to call after each operation, which reports from time to time: the sums are made only then. */
export function progressReporter(
  { clock }: Context,
  { onProgress, progressEvery = DEFAULT_EVERY }: WorkOptions,
  progress: () => Promise<Progress>,
): () => void {
  let last = clock.monotonic();
  let isBusy = false;
  return () => {
    if (!onProgress || isBusy || clock.monotonic() - last < progressEvery) return;
    isBusy = true;
    progress()
      .then(
        (value) => {
          callSafely(onProgress, value);
        },
        () => undefined, // The store's failure ends the work where it claims or records.
      )
      .finally(() => {
        isBusy = false;
        last = clock.monotonic();
      });
  };
}
