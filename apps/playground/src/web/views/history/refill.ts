import type { FormValues } from '../../../shared/api.ts';
import { focusWhenDrawn } from '../../parts/focus.ts';
import { change, compose } from '../../state/compose.ts';
import type { Run } from '../../state/runs.ts';
import { view } from '../../state/view.ts';

/** The same order in the form again, and nothing else in it; nothing is sent before somebody presses the button. The card is the one that stands there. */
export function refill({ order }: Run): void {
  const { provider, target, fault = '' } = order;
  const { values } = compose.get();
  const card = part(values[provider] ?? {}, isOfCard);
  const rest = part(order.values, (name) => !isOfCard(name));
  change({
    provider,
    target,
    fault,
    issues: [],
    refusal: undefined,
    values: { ...values, [provider]: { ...rest, ...card } },
  });
  view.set('capture');
  focusWhenDrawn(() => document.querySelector('[role="tabpanel"][data-state="active"]'));
}

function isOfCard(name: string): boolean {
  return name.startsWith('card.');
}

function part(values: FormValues, isPart: (name: string) => boolean): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => isPart(name)));
}
