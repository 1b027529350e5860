import type { TruthEvent } from '../../shared/run-event.ts';
import { eventOf, resultOf, type Run } from './runs.ts';

/** The verdict on a run as it stands: what a look-up settled takes the place of what the answer left open. */
export function verdictOf(run: Run): { readonly status: string; readonly was?: string } | undefined {
  const result = resultOf(run);
  const settled = eventOf(run.events, 'settled');
  if (!result) return undefined;
  if (!settled || settled.status === 'undecided') return { status: result.status };
  return { status: settled.status, was: result.status };
}

/** What the sandbox knows of a run's money, in few words. */
export function truthSays({ captures, moved }: TruthEvent): string {
  const isSettled = captures.some(({ state }) => state === 'captured');
  const isPending = captures.some(({ state }) => state === 'pending');
  if (isPending && !isSettled) return 'accepted, not final';
  return moved ? 'money moved' : 'no money moved';
}
