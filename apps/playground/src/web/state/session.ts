import type { Problem } from '../../shared/api.ts';
import { createStore } from './store.ts';

/** An open session. Opening it again creates a new object, also with the same token. */
export interface Session {
  readonly token: string;
}

/**
 * The session. Its token is read from the fragment of the URL, which is cleared at once, and is kept in memory only.
 */
export const session = createStore<Session>({ token: takeToken() ?? '' });

/** The reason that the server refuses the session. The views stay as they are until another one is opened. */
export const sessionProblem = createStore<Problem | undefined>(undefined);

/** Opens a session with another token. */
export function openSession(token: string): void {
  sessionProblem.set(undefined);
  session.set({ token });
}

/** The token in a string: at the end of a URL, or alone. Anything else is not a token, and never becomes a header. */
export function tokenIn(input: string): string | undefined {
  return /^(?:\S*#)?([\w-]{16,})$/.exec(input.trim())?.[1];
}

// A URL that is opened in the same tab only changes the fragment: the page is not reloaded.
addEventListener('hashchange', () => {
  const token = takeToken();
  if (token !== undefined) openSession(token);
});

function takeToken(): string | undefined {
  const { hash } = location;
  if (hash !== '') history.replaceState(history.state, '', location.pathname);
  return tokenIn(hash);
}
