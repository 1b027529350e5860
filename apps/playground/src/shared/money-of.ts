import type { SandboxCapture } from './api.ts';

/** What became of the money: `accepted` is a capture that is not final, which is not money yet and may still become it. */
export type MoneyState = 'moved' | 'accepted' | 'none';

/** The same of captures as the sandbox holds them. */
export function moneyOf(captures: readonly Pick<SandboxCapture, 'state'>[]): MoneyState {
  if (captures.some(({ state }) => state === 'captured')) return 'moved';
  return captures.some(({ state }) => state === 'pending') ? 'accepted' : 'none';
}
