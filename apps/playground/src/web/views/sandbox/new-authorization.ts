import type { Problem } from '../../../shared/api.ts';
import { problemOf } from '../../state/api.ts';
import { authorize } from '../../state/sandbox.ts';
import { createStore } from '../../state/store.ts';

/** The state of the authorization form. It outlives the view, so that changing the view loses nothing. */
export interface NewAuthorizationForm {
  readonly provider: string;
  readonly amount: string;
  readonly currency: string;
  readonly reference: string;
  readonly busy: boolean;
  /** The id of the authorization that was created last. */
  readonly createdId?: string;
  readonly problem?: Problem;
}

export const newAuthorization = createStore<NewAuthorizationForm>({
  provider: 'payfull',
  amount: '100.00',
  currency: 'TRY',
  reference: '',
  busy: false,
});

type Typed = Pick<NewAuthorizationForm, 'provider' | 'amount' | 'currency' | 'reference'>;

/** Changes the form, and clears its previous outcome. */
export function updateNewAuthorization(part: Partial<Typed>): void {
  newAuthorization.set(({ provider, amount, currency, reference, busy }) => {
    return { provider, amount, currency, reference, busy, ...part };
  });
}

/** Creates the authorization, with the reference only if the provider uses it. */
export async function createAuthorization({ withReference }: { readonly withReference: boolean }): Promise<void> {
  const { provider, amount, currency, reference, busy } = newAuthorization.get();
  if (busy) return;
  const typed = { provider, amount, currency, reference };
  const show = (outcome: Pick<NewAuthorizationForm, 'busy' | 'createdId' | 'problem'>): void =>
    newAuthorization.set({ ...typed, ...outcome });
  show({ busy: true });
  try {
    const input = { provider, amount, currency, ...(withReference && reference !== '' && { reference }) };
    show({ busy: false, createdId: await authorize(input) });
  } catch (error) {
    show({ busy: false, problem: problemOf(error) });
  }
}
