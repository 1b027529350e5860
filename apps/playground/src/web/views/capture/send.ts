import type { FormValues, Problem, ProviderInfo } from '../../../shared/api.ts';
import { problemOf } from '../../state/api.ts';
import { updateForm, clearCard, captureForm, type CaptureForm } from '../../state/capture-form.ts';
import { freshValues } from '../../state/fresh-values.ts';
import { capture, forget, hasBegun, runs, shownRun } from '../../state/runs.ts';
import { refreshSandbox } from '../../state/sandbox.ts';

/** Values and settings that are sent in place of those of the form, which keeps its own. */
interface Experiment {
  readonly values?: FormValues;
  readonly settings?: Pick<CaptureForm, 'target' | 'fault'>;
}

/** Captures the sample in the sandbox and loses the response, with an authorization of its own each time. */
export async function loseResponse(provider: ProviderInfo): Promise<void> {
  try {
    const values = await freshValues(provider, provider.sample);
    await send(provider, { values, settings: { target: 'sandbox', fault: 'commit-then-drop' } });
  } catch (error) {
    refuse(problemOf(error));
  }
}

/**
 * Sends the form. If it is refused before anything is sent, the reason is shown at its field, and the form keeps all
 * values.
 */
export async function send(provider: ProviderInfo, experiment: Experiment = {}): Promise<void> {
  const { values: typed, target, fault, confirm } = { ...captureForm.get(), ...experiment.settings };
  const request = {
    provider: provider.id,
    values: experiment.values ?? typed[provider.id] ?? {},
    target,
    ...(target === 'sandbox' && fault !== '' ? { fault } : {}),
    ...(target === 'live' ? { confirm } : {}),
  };
  const before = shownRun.get();
  updateForm({ issues: [], refusal: undefined });
  const sending = capture(request, provider.title, () => {
    // Card and confirmation are for this one capture only.
    updateForm({ confirm: '' });
    clearCard(provider, target);
  });
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

/** Shows the reason that nothing was sent, at the field at fault or else at the button, and moves the focus there. */
function refuse(problem: Problem): void {
  // The sign-in dialog shows this one.
  if (problem.code === 'no_session') return;
  if (problem.issues) updateForm({ issues: problem.issues });
  else updateForm({ refusal: problem });
  focusSoon(
    problem.issues ? fieldOf(problem.issues[0]?.path ?? '') : problem.code === NOT_CONFIRMED ? 'confirm' : SEND,
  );
}

/** The server's code for a live capture without confirmation. */
export const NOT_CONFIRMED = 'amount_not_confirmed';
/** The id of the send button. */
export const SEND = 'send';

/** The id of the input at a path, or at the closest path above it. */
function fieldOf(path: string): string | undefined {
  const names = path.split('.').map((_, i, all) => all.slice(0, all.length - i).join('.'));
  return names.map((name) => `field-${name}`).find((id) => document.getElementById(id) !== null);
}

function focusSoon(id: string | undefined): void {
  // After the error is rendered, so that a screen reader reads it with the field.
  requestAnimationFrame(() => id !== undefined && document.getElementById(id)?.focus());
}
