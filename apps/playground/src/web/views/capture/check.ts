import type { FormValues, Issue, ProviderCard } from '../../../shared/api.ts';
import { post, problemOf } from '../../state/api.ts';
import { change, compose } from '../../state/capture-form.ts';

/** Asks the library about one field when it is left, so that its error stands there before anything is sent. */
export async function check(provider: ProviderCard, left: string): Promise<void> {
  const asked = compose.get();
  const values = asked.values[provider.id] ?? {};
  const { target } = asked;
  const found = await post<{ issues: Issue[] }>('/api/check', { provider: provider.id, values, target }).then(
    ({ issues }) => issues,
    (error: unknown) => problemOf(error).issues ?? [],
  );
  const now = compose.get();
  const isStill =
    now.provider === provider.id && now.target === target && sameAt(left, values, now.values[provider.id] ?? {});
  // A slow answer must not land at another provider's field, nor at one that was mended meanwhile.
  if (isStill) note(left, found);
}

/** Only the field that was left gets a new error: an empty one further down has not been reached yet. */
function note(left: string, found: readonly Issue[]): void {
  change({
    issues: [
      ...compose.get().issues.filter(({ path }) => !isAt(left, path)),
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
