import { focusAfterRender } from '../../parts/focus-after-render.ts';
import { updateForm, replaceValues } from '../../state/capture-form.ts';
import type { Run } from '../../state/runs.ts';
import { view } from '../../state/view.ts';

/** Fills the form with the request of a run, without sending it. The card in the form stays. */
export function refill({ request }: Run): void {
  const { provider, target, values, fault = '' } = request;
  updateForm({ provider, target, fault, refusal: undefined });
  replaceValues(provider, values);
  view.set('capture');
  focusAfterRender(() => document.querySelector('[role="tabpanel"][data-state="active"]'));
}
