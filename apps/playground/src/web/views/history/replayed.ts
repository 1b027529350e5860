import { focusAfterRender } from '../../parts/focus-after-render.ts';
import type { Run } from '../../state/runs.ts';
import { createStore } from '../../state/store.ts';

/** The replay that is open. It outlives the view, so that a look elsewhere does not close it. */
export interface Replayed {
  readonly run: Run;
  /** Another one for each opening: what one transcript did to the view must not hold for the next. */
  readonly opening: number;
  /** The id of the control that opened it, where the focus goes back to. */
  readonly opener: string;
}

export const replayed = createStore<Replayed | undefined>(undefined);
export const REPLAY_ID = 'replay';

let openings = 0;

export function openReplay(run: Run, opener: string): void {
  openings += 1;
  replayed.set({ run, opening: openings, opener });
  // From its beginning: its steps are still to come.
  focusAfterRender(() => document.getElementById(REPLAY_ID), 'start');
}

export function closeReplay(): void {
  const opener = replayed.get()?.opener ?? '';
  replayed.set(undefined);
  focusAfterRender(() => document.getElementById(opener));
}
