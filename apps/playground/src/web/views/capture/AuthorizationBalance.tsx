import { useState, type ReactNode } from 'react';
import type { ProviderInfo } from '../../../shared/api.ts';
import { problemOf } from '../../state/api.ts';
import { captureForm, updateValues } from '../../state/capture-form.ts';
import { authorize, sandbox } from '../../state/sandbox.ts';
import { useStore } from '../../state/store.ts';

/** The remaining amount of the typed authorization in the sandbox, and a button that creates another one. */
export function AuthorizationBalance({ provider }: { readonly provider: ProviderInfo }): ReactNode {
  const { values, target } = useStore(captureForm);
  const state = useStore(sandbox);
  const [problem, setProblem] = useState('');
  if (target === 'live' || !state) return null;
  const typed = values[provider.id] ?? {};
  const { authorizationId, amount = '', 'amount.currency': currency = '' } = typed;
  const found = state.authorizations.find((one) => one.provider === provider.id && one.id === authorizationId);
  const create = (): void => {
    authorize({ provider: provider.id, amount, currency }).then(
      (id) => {
        setProblem('');
        updateValues(provider.id, { authorizationId: id });
      },
      (error: unknown) => setProblem(problemOf(error).message),
    );
  };
  return (
    <p className="aside" role="status">
      {found ? (
        <span data-empty={found.remaining.minor === 0}>
          In the sandbox: {found.remaining.major} of {found.amount.major} {found.amount.currency} left.
        </span>
      ) : (
        <span>Not in the sandbox.</span>
      )}{' '}
      <button type="button" className="link" onClick={create}>
        Create {found ? 'another' : 'one'} for {amount} {currency}
      </button>
      {problem === '' ? null : <span className="error"> {problem}</span>}
    </p>
  );
}
