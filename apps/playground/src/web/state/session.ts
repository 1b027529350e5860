import { createStore } from './store.ts';

/** The token of this session: from the address's fragment, which is cleared at once, and then in memory only. A reload forgets it. */
export const session = createStore<string>(takeToken());

function takeToken(): string {
  const token = location.hash.slice(1);
  if (token !== '') history.replaceState(null, '', location.pathname);
  return token;
}
