import type { FormValues, Problem, ProviderInfo } from '../../../shared/api.ts';
import { problemOf } from '../../state/api.ts';
import { updateForm, updateValues, clearCard, captureForm, type CaptureForm } from '../../state/capture-form.ts';
import { freshValues, identityOf } from '../../state/fresh-values.ts';
import { capture, forget, hasBegun, runs, shownRun } from '../../state/runs.ts';
import { refreshSandbox } from '../../state/sandbox.ts';
import { mayHaveMoved } from '../../state/verdict.ts';

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
  updateForm({ issues: [], refusal: undefined, repetition: undefined });
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
  if (target === 'sandbox' && mayHaveMoved(run)) await replaceUsed(provider, run.request.values);
}

/** Sends a request with the authorization and the reference of an earlier one, as an experiment in the sandbox. */
export function sendAgain(provider: ProviderInfo, sent: FormValues): Promise<void> {
  const values = { ...captureForm.get().values[provider.id], ...sent };
  return send(provider, { values, settings: { target: 'sandbox', fault: '' } });
}

/** Replaces an authorization and a reference that were sent, unless they were changed in the form meanwhile. */
async function replaceUsed(provider: ProviderInfo, sent: FormValues): Promise<void> {
  const isUnchanged = (): boolean => {
    const typed = captureForm.get().values[provider.id] ?? {};
    return Object.entries(identityOf(sent)).every(([name, value]) => typed[name] === value);
  };
  // If no authorization can be created, the form keeps the used one, whose field warns of it.
  if (!isUnchanged()) {
    keepRepeatable(provider, sent);
    return;
  }
  const fresh = await freshValues(provider, sent).catch(() => undefined);
  if (!fresh || !isUnchanged()) return;
  updateValues(provider.id, identityOf(fresh));
  keepRepeatable(provider, sent);
}

/** Offers the request for being sent again, if it has an identity of its own. */
function keepRepeatable({ id }: ProviderInfo, sent: FormValues): void {
  const identity = identityOf(sent);
  if (Object.keys(identity).length > 0) updateForm({ repetition: { kind: 'avoided', provider: id, sent: identity } });
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
