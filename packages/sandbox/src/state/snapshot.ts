import type { Ledger } from './ledger.ts';
import type { ProviderName } from './provider-names.ts';
import type { Authorization, Capture, Reversal } from './transactions.ts';

/** The state of all payments as JSON: no card number and no security code is ever in it. */
export interface Snapshot {
  readonly version: 1;
  /** The number of ids that were generated. */
  readonly ids: number;
  readonly authorizations: readonly Dated<Authorization>[];
  readonly captures: readonly Dated<Capture>[];
  readonly reversals: readonly Dated<Reversal>[];
  readonly requestCounts: Readonly<Record<string, number>>;
}

type Dated<Item extends { readonly at: Date }> = Omit<Item, 'at'> & { readonly at: string };

/** Takes a snapshot. */
export function snapshotOf(ledger: Ledger, ids: number): Snapshot {
  const dated = <Item extends { readonly at: Date }>(item: Item): Dated<Item> => ({
    ...item,
    at: item.at.toISOString(),
  });
  return {
    version: 1,
    ids,
    authorizations: ledger.authorizations.map(dated),
    captures: ledger.captures.map(dated),
    reversals: ledger.reversals.map(dated),
    requestCounts: Object.fromEntries(ledger.requestCounts),
  };
}

/** Puts the state of a snapshot in place of the ledger's. Throws a `RangeError` for anything that is not a snapshot. */
export function restore(ledger: Ledger, snapshot: unknown): number {
  if (!isSnapshot(snapshot)) throw new RangeError('This is not the state of a sandbox.');
  ledger.clear();
  for (const one of snapshot.authorizations) ledger.addAuthorization({ ...one, at: new Date(one.at) });
  for (const one of snapshot.captures) ledger.addCapture({ ...one, at: new Date(one.at) });
  for (const one of snapshot.reversals) ledger.addReversal({ ...one, at: new Date(one.at) });
  for (const [provider, count] of Object.entries(snapshot.requestCounts))
    ledger.requestCounts.set(provider as ProviderName, count);
  return snapshot.ids;
}

function isSnapshot(value: unknown): value is Snapshot {
  const { version, authorizations, captures, reversals } = Object(value) as Partial<Snapshot>;
  return version === 1 && [authorizations, captures, reversals].every((list) => Array.isArray(list));
}
