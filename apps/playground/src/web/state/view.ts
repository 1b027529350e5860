import { createStore } from './store.ts';

export type ViewName = 'capture' | 'signatures' | 'sandbox' | 'compare' | 'history';

/** The view in front. Not in the address: nothing of a session stands there. */
export const view = createStore<ViewName>('capture');
