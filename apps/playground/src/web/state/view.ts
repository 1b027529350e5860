import { createStore, type Store } from './store.ts';

const NAMES = ['capture', 'signatures', 'sandbox', 'compare', 'history'] as const;
export type ViewName = (typeof NAMES)[number];

const current = createStore<ViewName>('capture');

/** The view in front. Not in the address, where nothing of a session stands, but a step of the browser's history: the Back button leads to the view before and not out of the page. */
export const view: Store<ViewName> = {
  ...current,
  set: (next) => {
    const before = current.get();
    current.set(next);
    if (current.get() !== before) history.pushState({ view: current.get() }, '');
  },
};

addEventListener('popstate', ({ state }: PopStateEvent) => {
  // A new fragment is a step as well, and no view: the session takes it from the address.
  if (location.hash !== '') return;
  const { view: found } = (state ?? {}) as { readonly view?: unknown };
  current.set(NAMES.find((name) => name === found) ?? 'capture');
});
