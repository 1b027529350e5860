import type { Problem } from '../../../shared/api.ts';
import { problemOf } from '../../state/api.ts';
import { authorize } from '../../state/sandbox.ts';
import { createStore } from '../../state/store.ts';

/** What stands in the form for an authorization. It outlives the view, so that a look elsewhere loses nothing. */
export interface NewAuthorizationForm {
  readonly provider: string;
  readonly amount: string;
  readonly currency: string;
  readonly reference: string;
  readonly busy: boolean;
  /** The id of the one that was made last. */
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

/** Changes the form, and takes back what was said of it before. */
export function updateNewAuthorization(part: Partial<Typed>): void {
  newAuthorization.set(({ provider, amount, currency, reference, busy }) => {
    return { provider, amount, currency, reference, busy, ...part };
  });
}

/** Makes it; the reference only where the provider reads one. */
export async function createAuthorization({ withReference }: { readonly withReference: boolean }): Promise<void> {
  const { provider, amount, currency, reference, busy } = newAuthorization.get();
  if (busy) return;
  const typed = { provider, amount, currency, reference };
  const say = (said: Pick<NewAuthorizationForm, 'busy' | 'createdId' | 'problem'>): void =>
    newAuthorization.set({ ...typed, ...said });
  say({ busy: true });
  try {
    const wanted = { provider, amount, currency, ...(withReference && reference !== '' && { reference }) };
    say({ busy: false, createdId: await authorize(wanted) });
  } catch (error) {
    say({ busy: false, problem: problemOf(error) });
  }
}
