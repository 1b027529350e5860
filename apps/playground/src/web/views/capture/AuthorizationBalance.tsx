import { useState, type ReactNode } from 'react';
import type { ProviderInfo } from '../../../shared/api.ts';
import { problemOf } from '../../state/api.ts';
import { updateValues, captureForm } from '../../state/capture-form.ts';
import { authorize, sandbox } from '../../state/sandbox.ts';
import { useStore } from '../../state/store.ts';

/** What is left of the authorization in the sandbox, and a new one where it is used up. */
export function AuthorizationBalance({ provider }: { readonly provider: ProviderInfo }): ReactNode {
  const { values, target } = useStore(captureForm);
  const state = useStore(sandbox);
  const [problem, setProblem] = useState('');
  if (target === 'live' || !state) return null;
  const typed = values[provider.id] ?? {};
  const found = state.authorizations.find((one) => one.provider === provider.id && one.id === typed['authorizationId']);
  const make = (): void => {
    const amount = typed['amount'] ?? '';
    const currency = typed['amount.currency'] ?? '';
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
        <span>The sandbox has no such authorization.</span>
      )}{' '}
      <button type="button" className="link" onClick={make}>
        New one for this amount
      </button>
      {problem === '' ? null : <span className="error"> {problem}</span>}
    </p>
  );
}
