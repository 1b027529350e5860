import { createStore, type Store } from './store.ts';

const NAMES = ['capture', 'signatures', 'sandbox', 'compare', 'history'] as const;
/** The name of a view. */
export type ViewName = (typeof NAMES)[number];

const current = createStore<ViewName>('capture');

/**
 * The current view. It is not part of the URL, which holds nothing of the session, but of the browser's history: the
 * Back button leads to the previous view, not out of the page.
 */
export const view: Store<ViewName> = {
  ...current,
  set: (next) => {
    const before = current.get();
    current.set(next);
    if (current.get() !== before) history.pushState({ view: current.get() }, '');
  },
};

addEventListener('popstate', ({ state }: PopStateEvent) => {
  // A new fragment also creates a history entry, but is not a view: the session reads it.
  if (location.hash !== '') return;
  const { view: found } = (state ?? {}) as { readonly view?: unknown };
  current.set(NAMES.find((name) => name === found) ?? 'capture');
});
