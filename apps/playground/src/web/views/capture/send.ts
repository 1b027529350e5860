import type { Problem, ProviderInfo } from '../../../shared/api.ts';
import { updateForm, clearCard, captureForm } from '../../state/capture-form.ts';
import { capture, forget, hasBegun, runs, shownRun } from '../../state/runs.ts';
import { refreshSandbox } from '../../state/sandbox.ts';

/** Sends what stands in the form. What is refused before anything was sent is shown where it can be mended, and the form keeps all that was typed. */
export async function send(provider: ProviderInfo): Promise<void> {
  const { values, target, fault, confirm } = captureForm.get();
  const request = {
    provider: provider.id,
    values: values[provider.id] ?? {},
    target,
    ...(target === 'sandbox' && fault !== '' ? { fault } : {}),
    ...(target === 'live' ? { confirm } : {}),
  };
  const before = shownRun.get();
  updateForm({ issues: [], refusal: undefined });
  const sending = capture(request, provider.title, () => {
    // Card and confirmation are for one capture, and this is it.
    updateForm({ confirm: '' });
    clearCard(provider, target);
  });
  // The run is there as soon as it is begun.
  shownRun.set(runs.get()[0]?.key);
  const run = await sending;
  if (run.problem && !hasBegun(run)) {
    forget(run.key);
    shownRun.set(before);
    refuse(run.problem);
    return;
  }
  refreshSandbox();
}

/** Says why nothing was sent, at the field that is wrong or else at the button, and leads there. */
function refuse(problem: Problem): void {
  // The dialog that asks for the address says it.
  if (problem.code === 'no_session') return;
  if (problem.issues) updateForm({ issues: problem.issues });
  else updateForm({ refusal: problem });
  focusSoon(
    problem.issues ? fieldOf(problem.issues[0]?.path ?? '') : problem.code === NOT_CONFIRMED ? 'confirm' : SEND,
  );
}

/** The code of the server where real money was not confirmed. */
export const NOT_CONFIRMED = 'amount_not_confirmed';
/** The id of the button. */
export const SEND = 'send';

/** The id of the input at a path, or of the one that the path leads into. */
function fieldOf(path: string): string | undefined {
  const names = path.split('.').map((_, i, all) => all.slice(0, all.length - i).join('.'));
  return names.map((name) => `field-${name}`).find((id) => document.getElementById(id) !== null);
}

function focusSoon(id: string | undefined): void {
  // The error has to be there before a screen reader reads the field.
  requestAnimationFrame(() => id !== undefined && document.getElementById(id)?.focus());
}
