import type { Catalog, FormValues, Issue, Problem, ProviderCard, TargetName } from '../../shared/api.ts';
import { createStore } from './store.ts';

/** What stands in the form. It outlives the view, so that a look elsewhere loses nothing. */
export interface Compose {
  readonly provider: string;
  readonly values: Readonly<Record<string, FormValues>>;
  readonly target: TargetName;
  readonly fault: string;
  readonly confirm: string;
  readonly issues: readonly Issue[];
  /** Why nothing was sent, where no field is to blame. */
  readonly refusal: Problem | undefined;
}

export const compose = createStore<Compose>({
  provider: 'payfull',
  values: {},
  target: 'sandbox',
  fault: '',
  confirm: '',
  issues: [],
  refusal: undefined,
});

/** Fills every form with the sample of its provider's page, but for what is typed already: a page may be opened to another process, which may not allow real money. */
export function prefill({ providers, live }: Catalog): void {
  compose.set((before) => ({
    ...before,
    target: live ? before.target : 'sandbox',
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

/** These values, and nothing else; the card stays the one that was typed. */
export function replaceValues(provider: string, values: FormValues): void {
  const replaced = { ...part(values, isNotOfCard), ...part(compose.get().values[provider], isOfCard) };
  compose.set((before) => ({ ...before, issues: [], values: { ...before.values, [provider]: replaced } }));
}

/** Whether something else stands there than the sample, the card aside. */
export function isChanged({ sample }: ProviderCard, typed: FormValues): boolean {
  const names = Object.keys({ ...sample, ...typed }).filter(isNotOfCard);
  return names.some((name) => (typed[name] ?? '') !== (sample[name] ?? ''));
}

/** The published card of the sample, all of it and nothing else. */
export function takeTestCard({ id, sample }: ProviderCard): void {
  changeValues(id, part(sample, isOfCard));
  change({ issues: compose.get().issues.filter(({ path }) => isNotOfCard(path)) });
}

const isOfCard = (name: string): boolean => name.startsWith('card.');
const isNotOfCard = (name: string): boolean => !isOfCard(name);

function part(values: FormValues = {}, isPart: (name: string) => boolean): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => isPart(name)));
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
