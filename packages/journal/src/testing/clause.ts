import type { Handles } from './subject.ts';

/** The groups of the contract of a store, by the letter of their clauses. */
export const STORE_GROUPS = {
  R: 'recording: all of a call or nothing, and one operation for each key',
  C: 'claims: what may be sent is sent by one process',
  S: 'states: only legal changes, and only where their condition holds',
  L: 'lookups: what is due is looked up by one process at a time',
  H: 'history: every change has its event, and events are only added',
  Q: 'queries: lists, siblings, sums and due times are those of the operations',
  P: 'purge: only what is final is removed',
} as const;

/** A promise of a store. */
export interface StoreClause {
  /** `R1` */
  readonly number: string;
  readonly title: string;
  /** Rejects when the store breaks the clause. */
  readonly run: (handles: Handles) => Promise<void>;
}

/** A clause. */
export function clause(number: string, title: string, run: StoreClause['run']): StoreClause {
  return { number, title, run };
}
