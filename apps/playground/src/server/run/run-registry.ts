import { randomInt } from 'node:crypto';
import type { Provider } from '../../providers/index.ts';
import type { TargetName } from '../../shared/api.ts';
import type { OpenResult } from './capture.ts';

/** A run whose outcome is open, with what `settle` needs. */
export interface OpenRun {
  readonly provider: Provider;
  readonly target: TargetName;
  readonly result: OpenResult;
}

const KEPT = 200;

/** Runs by name, in memory only: those under way, and those whose outcome is open. */
export function createRunRegistry() {
  const running = new Map<string, AbortController>();
  const open = new Map<string, OpenRun>();
  // A page may outlive this process. With names that begin anywhere it does not settle a run of the next process in place of its own.
  let count = randomInt(900_000);
  return {
    start(): { readonly run: string; readonly signal: AbortSignal } {
      count += 1;
      const run = `r${count}`;
      const controller = new AbortController();
      running.set(run, controller);
      return { run, signal: controller.signal };
    },
    stop: (run: string): void => running.get(run)?.abort(),
    finish: (run: string): boolean => running.delete(run),
    keepOpen(run: string, one: OpenRun): void {
      open.set(run, one);
      const [oldest] = open.keys();
      if (open.size > KEPT && oldest !== undefined) open.delete(oldest);
    },
    find: (run: string): OpenRun | undefined => open.get(run),
  };
}
