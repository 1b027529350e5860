import type { ProviderInfo } from '../../../shared/api.ts';
import { focusAfterRender } from '../../parts/focus-after-render.ts';
import { replaceValues, updateForm, type Repetition } from '../../state/capture-form.ts';
import { freshValues, identityOf } from '../../state/fresh-values.ts';
import type { Run } from '../../state/runs.ts';
import { mayHaveMoved } from '../../state/verdict.ts';
import { view } from '../../state/view.ts';

/**
 * Fills the form with the request of a run, without sending it. The card in the form stays. A request that may have
 * moved money gets a new authorization and a new reference; where that is impossible, the form warns.
 */
export async function refill(run: Run, provider: ProviderInfo): Promise<void> {
  const { id } = provider;
  const { target, values, fault = '' } = run.request;
  const isRepetition = mayHaveMoved(run);
  const fresh =
    isRepetition && target === 'sandbox' ? await freshValues(provider, values).catch(() => undefined) : undefined;
  const repetition: Repetition = fresh
    ? { kind: 'avoided', provider: id, sent: identityOf(values) }
    : { kind: 'possible', provider: id };
  updateForm({ provider: id, target, fault, refusal: undefined, repetition: isRepetition ? repetition : undefined });
  replaceValues(id, fresh ?? values);
  view.set('capture');
  focusAfterRender(() => document.querySelector('[role="tabpanel"][data-state="active"]'));
}
