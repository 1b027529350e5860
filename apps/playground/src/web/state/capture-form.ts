import type { Catalog, FormValues, Issue, Problem, ProviderInfo, TargetName } from '../../shared/api.ts';
import { createStore } from './store.ts';

/** The state of the capture form. It outlives the view, so that changing the view loses nothing. */
export interface CaptureForm {
  readonly provider: string;
  readonly values: Readonly<Record<string, FormValues>>;
  readonly target: TargetName;
  readonly fault: string;
  readonly confirm: string;
  readonly issues: readonly Issue[];
  /** The reason that nothing was sent, if no field is at fault. */
  readonly refusal: Problem | undefined;
  readonly repetition: Repetition | undefined;
}

/**
 * The relation of a form to an earlier request: `avoided` if its authorization and reference were replaced, `possible`
 * if they were not.
 */
export type Repetition =
  | { readonly kind: 'possible'; readonly provider: string }
  | { readonly kind: 'avoided'; readonly provider: string; readonly sent: FormValues };

export const captureForm = createStore<CaptureForm>({
  provider: 'payfull',
  values: {},
  target: 'sandbox',
  fault: '',
  confirm: '',
  issues: [],
  refusal: undefined,
  repetition: undefined,
});

/**
 * Fills every form with the sample of its provider, except for values that are typed already. The page may have been
 * connected to another process, which may not allow real money.
 */
export function prefill({ providers, live }: Catalog): void {
  captureForm.set((before) => ({
    ...before,
    target: live ? before.target : 'sandbox',
    values: Object.fromEntries(providers.map(({ id, sample }) => [id, before.values[id] ?? sample])),
  }));
}

export function updateForm(part: Partial<CaptureForm>): void {
  captureForm.set((before) => ({ ...before, ...part }));
}

export function updateValues(provider: string, values: FormValues): void {
  captureForm.set((before) => ({
    ...before,
    values: { ...before.values, [provider]: { ...before.values[provider], ...values } },
  }));
}

/** Replaces all values of a form, except for the typed card. */
export function replaceValues(provider: string, values: FormValues): void {
  const replaced = { ...part(values, isOtherField), ...part(captureForm.get().values[provider], isCardField) };
  captureForm.set((before) => ({ ...before, issues: [], values: { ...before.values, [provider]: replaced } }));
}

/** True if the form differs from the sample, the card aside. */
export function isChanged({ sample }: ProviderInfo, typed: FormValues): boolean {
  const names = Object.keys({ ...sample, ...typed }).filter(isOtherField);
  return names.some((name) => (typed[name] ?? '') !== (sample[name] ?? ''));
}

/** Fills in the published test card of the sample, and nothing else. */
export function takeTestCard({ id, sample }: ProviderInfo): void {
  updateValues(id, part(sample, isCardField));
  updateForm({ issues: captureForm.get().issues.filter(({ path }) => isOtherField(path)) });
}

const isCardField = (name: string): boolean => name.startsWith('card.');
const isOtherField = (name: string): boolean => !isCardField(name);

function part(values: FormValues = {}, isPart: (name: string) => boolean): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => isPart(name)));
}

/** After sending, the sandbox gets its published test card again; a real card is removed. */
export function clearCard({ id, sample }: ProviderInfo, target: TargetName): void {
  if (!('card.number' in sample)) return;
  const names = ['card.number', 'card.cvv'];
  updateValues(id, Object.fromEntries(names.map((name) => [name, target === 'sandbox' ? (sample[name] ?? '') : ''])));
}

/** The rule that a field breaks: the issue at its path or inside it. */
export function issueAt(issues: readonly Issue[], path: string): string | undefined {
  const found =
    issues.find((issue) => issue.path === path) ?? issues.find((issue) => issue.path.startsWith(`${path}.`));
  return found && (found.path === path ? found.rule : `${found.path.slice(path.length + 1)} ${found.rule}`);
}
