import type { TrueCapture } from '@capture/sandbox';
import { randomInt } from 'node:crypto';
import type { Provider } from '../../providers/index.ts';
import type { TargetName } from '../../shared/api.ts';
import type { OpenResult } from './capture.ts';

/** A run whose outcome is not final, with everything that a lookup needs. */
export interface OpenRun {
  readonly provider: Provider;
  readonly target: TargetName;
  readonly result: OpenResult;
  /** The captures that the run added to the sandbox. */
  readonly captures: readonly TrueCapture[];
}

/** The runs of this process by id, in memory only: those in progress, and those without a final outcome. */
export interface RunRegistry {
  /** Registers a capture that is about to be sent. */
  start(): { readonly run: string; readonly signal: AbortSignal };
  /** Aborts a capture in progress. */
  stop(run: string): void;
  /** The capture has ended and can no longer be aborted. */
  finish(run: string): void;
  /** Keeps a run for later lookups. */
  keepOpen(run: string, open: OpenRun): void;
  find(run: string): OpenRun | undefined;
}

const MAX_OPEN = 200;

/** An empty registry. */
export function createRunRegistry(): RunRegistry {
  const running = new Map<string, AbortController>();
  const openRuns = new Map<string, OpenRun>();
  // A page may outlive this process. Ids that start at random keep it from looking up a run of the next process in
  // place of its own.
  let count = randomInt(900_000);
  return {
    start() {
      count += 1;
      const run = `r${count}`;
      const controller = new AbortController();
      running.set(run, controller);
      return { run, signal: controller.signal };
    },
    stop: (run) => running.get(run)?.abort(),
    finish(run) {
      running.delete(run);
    },
    keepOpen(run, open) {
      openRuns.set(run, open);
      const [oldest] = openRuns.keys();
      if (openRuns.size > MAX_OPEN && oldest !== undefined) openRuns.delete(oldest);
    },
    find: (run) => openRuns.get(run),
  };
}
