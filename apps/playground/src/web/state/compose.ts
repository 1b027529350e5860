import type { Catalog, FormValues, Issue, ProviderCard, TargetName } from '../../shared/api.ts';
import { createStore } from './store.ts';

/** What stands in the form. It outlives the view, so that a look elsewhere loses nothing. */
export interface Compose {
  readonly provider: string;
  readonly values: Readonly<Record<string, FormValues>>;
  readonly target: TargetName;
  readonly fault: string;
  readonly confirm: string;
  readonly issues: readonly Issue[];
}

export const compose = createStore<Compose>({
  provider: 'payfull',
  values: {},
  target: 'sandbox',
  fault: '',
  confirm: '',
  issues: [],
});

/** Fills every form with the sample of its provider's page. */
export function prefill({ providers }: Catalog): void {
  compose.set((before) => ({
    ...before,
    values: Object.fromEntries(providers.map(({ id, sample }) => [id, before.values[id] ?? sample])),
  }));
}

export function change(part: Partial<Compose>): void {
  compose.set((before) => ({ ...before, ...part }));
}

export function changeValues(provider: string, values: FormValues): void {
  compose.set((before) => ({
    ...before,
    values: { ...before.values, [provider]: { ...before.values[provider], ...values } },
  }));
}

/** After sending, the sandbox gets its published test card again, and a real card is gone. */
export function clearCard({ id, sample }: ProviderCard, target: TargetName): void {
  if (!('card.number' in sample)) return;
  const names = ['card.number', 'card.cvv'];
  changeValues(id, Object.fromEntries(names.map((name) => [name, target === 'sandbox' ? (sample[name] ?? '') : ''])));
}

/** The broken rule of a field: the issue at its path or inside it. */
export function issueAt(issues: readonly Issue[], path: string): string | undefined {
  const found =
    issues.find((issue) => issue.path === path) ?? issues.find((issue) => issue.path.startsWith(`${path}.`));
  return found && (found.path === path ? found.rule : `${found.path.slice(path.length + 1)} ${found.rule}`);
}
