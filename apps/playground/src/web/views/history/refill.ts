import { focusWhenDrawn } from '../../parts/focus.ts';
import { change, replaceValues } from '../../state/capture-form.ts';
import type { Run } from '../../state/runs.ts';
import { view } from '../../state/view.ts';

/** The same order in the form again, and nothing else in it; nothing is sent before somebody presses the button. The card is the one that stands there. */
export function refill({ order }: Run): void {
  const { provider, target, values, fault = '' } = order;
  change({ provider, target, fault, refusal: undefined });
  replaceValues(provider, values);
  view.set('capture');
  focusWhenDrawn(() => document.querySelector('[role="tabpanel"][data-state="active"]'));
}
