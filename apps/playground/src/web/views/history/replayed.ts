import { focusAfterRender } from '../../parts/focus-after-render.ts';
import type { Run } from '../../state/runs.ts';
import { createStore } from '../../state/store.ts';

/** The open replay. It outlives the view, so that changing the view does not close it. */
export interface Replayed {
  readonly run: Run;
  /** A new number for each opening, so that a transcript that failed does not affect the next one. */
  readonly opening: number;
  /** The id of the control that opened it, which gets the focus back. */
  readonly opener: string;
}

export const replayed = createStore<Replayed | undefined>(undefined);
export const REPLAY_ID = 'replay';

let openings = 0;

export function openReplay(run: Run, opener: string): void {
  openings += 1;
  replayed.set({ run, opening: openings, opener });
  // At its start, because its steps are yet to come.
  focusAfterRender(() => document.getElementById(REPLAY_ID), 'start');
}

export function closeReplay(): void {
  const opener = replayed.get()?.opener ?? '';
  replayed.set(undefined);
  focusAfterRender(() => document.getElementById(opener));
}
