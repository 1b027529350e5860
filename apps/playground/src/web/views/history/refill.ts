import { focusAfterRender } from '../../parts/focus-after-render.ts';
import { updateForm, replaceValues } from '../../state/capture-form.ts';
import type { Run } from '../../state/runs.ts';
import { view } from '../../state/view.ts';

/** The same order in the form again, and nothing else in it; nothing is sent before somebody presses the button. The card is the one that stands there. */
export function refill({ request }: Run): void {
  const { provider, target, values, fault = '' } = request;
  updateForm({ provider, target, fault, refusal: undefined });
  replaceValues(provider, values);
  view.set('capture');
  focusAfterRender(() => document.querySelector('[role="tabpanel"][data-state="active"]'));
}
