import type { SandboxCapture } from './api.ts';

/** The state of the money. `accepted`: a capture that is not final, and may still move money. */
export type MoneyState = 'moved' | 'accepted' | 'none';

/** The state of the money that the captures of the sandbox add up to. */
export function moneyOf(captures: readonly Pick<SandboxCapture, 'state'>[]): MoneyState {
  if (captures.some(({ state }) => state === 'captured')) return 'moved';
  return captures.some(({ state }) => state === 'pending') ? 'accepted' : 'none';
}
