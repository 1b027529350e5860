import type { Problem, ProviderInfo } from '../../../shared/api.ts';
import { problemOf } from '../../state/api.ts';
import { freshValues } from '../../state/fresh-values.ts';
import { capture } from '../../state/runs.ts';
import { refreshSandbox } from '../../state/sandbox.ts';
import { createStore } from '../../state/store.ts';

/** A comparison. It outlives the view, so that changing the view neither ends nor repeats it. */
export interface Comparison {
  readonly fault: string;
  readonly busy: boolean;
  /** The keys of the compared runs, by provider. */
  readonly keys: Readonly<Record<string, number>>;
  /** The problem that prevented a run, by provider. */
  readonly problems: Readonly<Record<string, Problem>>;
}

export const comparison = createStore<Comparison>({ fault: '', busy: false, keys: {}, problems: {} });

export function chooseFault(fault: string): void {
  comparison.set((before) => ({ ...before, fault }));
}

/** Captures once at every provider, one after the other: the server accepts one capture at a time. */
export async function compareAll(providers: readonly ProviderInfo[]): Promise<void> {
  const { fault, busy } = comparison.get();
  if (busy) return;
  comparison.set({ fault, busy: true, keys: {}, problems: {} });
  for (const provider of providers) {
    try {
      const key = await captureFresh(provider, fault);
      comparison.set((before) => ({ ...before, keys: { ...before.keys, [provider.id]: key } }));
    } catch (error) {
      const problems = { [provider.id]: problemOf(error) };
      comparison.set((before) => ({ ...before, problems: { ...before.problems, ...problems } }));
    }
  }
  comparison.set((before) => ({ ...before, busy: false }));
  refreshSandbox();
}

async function captureFresh(provider: ProviderInfo, fault: string): Promise<number> {
  const values = await freshValues(provider, provider.sample);
  const request = { provider: provider.id, values, target: 'sandbox', ...(fault === '' ? {} : { fault }) } as const;
  return (await capture(request, provider.title)).key;
}
