import type { Issue, ProviderCard } from '../../../shared/api.ts';
import { post, problemOf } from '../../state/api.ts';
import { change, clearCard, compose } from '../../state/compose.ts';
import { capture, forget, runs, shown } from '../../state/runs.ts';
import { refreshSandbox } from '../../state/sandbox.ts';

/** Sends what stands in the form. What the library refuses is shown at its field, and nothing has been sent. */
export async function send(provider: ProviderCard): Promise<void> {
  const { values, target, fault, confirm } = compose.get();
  const order = {
    provider: provider.id,
    values: values[provider.id] ?? {},
    target,
    ...(target === 'sandbox' && fault !== '' ? { fault } : {}),
    ...(target === 'live' ? { confirm } : {}),
  };
  const before = shown.get();
  change({ issues: [] });
  const sending = capture(order, provider.title);
  // The run is there as soon as it is begun.
  shown.set(runs.get()[0]?.key);
  const run = await sending;
  if (run.problem?.issues) {
    forget(run.key);
    shown.set(before);
    change({ issues: run.problem.issues });
    focusFirst(run.problem.issues);
    return;
  }
  change({ confirm: '' });
  clearCard(provider, target);
  await refreshSandbox();
}

/** Asks the library about one field when it is left, so that its error stands there before anything is sent. */
export async function check(provider: ProviderCard, left: string): Promise<void> {
  const { values, target } = compose.get();
  try {
    const { issues } = await post<{ issues: Issue[] }>('/api/check', {
      provider: provider.id,
      values: values[provider.id],
      target,
    });
    note(left, issues);
  } catch (error) {
    note(left, problemOf(error).issues ?? []);
  }
}

/** Only the field that was left gets a new error: an empty one further down has not been reached yet. */
function note(left: string, found: readonly Issue[]): void {
  const isOf = ({ path }: Issue): boolean => path === left || path.startsWith(`${left}.`);
  change({ issues: [...compose.get().issues.filter((issue) => !isOf(issue)), ...found.filter(isOf)] });
}

function focusFirst([first]: readonly Issue[]): void {
  if (!first) return;
  const names = first.path.split('.').map((_, i, all) => all.slice(0, all.length - i).join('.'));
  const input = names.map((name) => document.getElementById(`field-${name}`)).find((found) => found !== null);
  // The error has to be there before a screen reader reads the field.
  requestAnimationFrame(() => input?.focus());
}
