import type { FormValues, Issue, ProviderInfo } from '../../../shared/api.ts';
import { post, problemOf } from '../../state/api.ts';
import { updateForm, captureForm } from '../../state/capture-form.ts';

/** Validates a field when it is left, so that its error is shown before anything is sent. */
export async function check(provider: ProviderInfo, path: string): Promise<void> {
  const form = captureForm.get();
  const values = form.values[provider.id] ?? {};
  const { target } = form;
  const found = await post<{ issues: Issue[] }>('/api/check', { provider: provider.id, values, target }).then(
    ({ issues }) => issues,
    (error: unknown) => problemOf(error).issues ?? [],
  );
  const now = captureForm.get();
  const isCurrent =
    now.provider === provider.id && now.target === target && sameAt(path, values, now.values[provider.id] ?? {});
  // A late response must not mark a field of another provider, nor one that was corrected meanwhile.
  if (isCurrent) note(path, found);
}

/** Replaces the errors of one field only: fields further down have not been reached yet. */
function note(left: string, found: readonly Issue[]): void {
  updateForm({
    issues: [
      ...captureForm.get().issues.filter(({ path }) => !isAt(left, path)),
      ...found.filter(({ path }) => isAt(left, path)),
    ],
  });
}

function isAt(left: string, path: string): boolean {
  return path === left || path.startsWith(`${left}.`);
}

function sameAt(left: string, before: FormValues, now: FormValues): boolean {
  const names = Object.keys({ ...before, ...now }).filter((name) => isAt(left, name));
  return names.every((name) => before[name] === now[name]);
}
