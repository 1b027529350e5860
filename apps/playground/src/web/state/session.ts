import type { Problem } from '../../shared/api.ts';
import { createStore } from './store.ts';

/** An opened session. A new one for each opening, also with the same token. */
export interface Session {
  readonly token: string;
}

/** The session: its token comes from the address's fragment, which is cleared at once, and is then in memory only. A reload forgets it. */
export const session = createStore<Session>({ token: takeToken() ?? '' });

/** Why the server does not take this session. The views stay as they are until another one is opened. */
export const sessionProblem = createStore<Problem | undefined>(undefined);

export function openSession(token: string): void {
  sessionProblem.set(undefined);
  session.set({ token });
}

/** The token in a text: in the whole address or alone. Anything of another form is none, and never becomes a header. */
export function tokenIn(text: string): string | undefined {
  return /^(?:\S*#)?([\w-]{16,})$/.exec(text.trim())?.[1];
}

// An address that is opened in the same tab changes its fragment only; nothing is loaded anew.
addEventListener('hashchange', () => {
  const token = takeToken();
  if (token !== undefined) openSession(token);
});

function takeToken(): string | undefined {
  const { hash } = location;
  if (hash !== '') history.replaceState(history.state, '', location.pathname);
  return tokenIn(hash);
}
