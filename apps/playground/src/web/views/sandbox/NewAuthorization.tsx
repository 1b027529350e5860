import type { ReactNode } from 'react';
import { BusyButton } from '../../parts/BusyButton.tsx';
import { useCatalog, useProvider } from '../../state/catalog.ts';
import { useStore } from '../../state/store.ts';
import { updateNewAuthorization, createAuthorization, newAuthorization } from './new-authorization.ts';
import { usesAuthorizationReference, ReferenceChoice } from './ReferenceChoice.tsx';

/** The form that creates an authorization. */
export function NewAuthorization(): ReactNode {
  const { providers, currencies } = useCatalog();
  const authorizing = providers.filter(({ capabilities }) => capabilities.captures === 'authorization');
  const { amount, currency, busy, createdId, problem, ...form } = useStore(newAuthorization);
  const provider = useProvider(form.provider);
  const ruleAt = (path: string): string | undefined => problem?.issues?.find((issue) => issue.path === path)?.rule;
  const error = ruleAt('amount') ?? ruleAt('amount.currency') ?? (problem && !problem.issues && problem.message);
  return (
    <form
      className="panel new-authorization"
      aria-label="Create an authorization"
      autoComplete="off"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void createAuthorization({ withReference: usesAuthorizationReference(provider) });
      }}
    >
      <h2>Create an authorization</h2>
      <div className="row">
        <div className="field">
          <label htmlFor="new-provider">Provider</label>
          <select
            id="new-provider"
            value={provider.id}
            onChange={(event) => updateNewAuthorization({ provider: event.target.value })}
          >
            {authorizing.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="new-amount">Amount</label>
          <input
            id="new-amount"
            className="mono"
            inputMode="decimal"
            value={amount}
            aria-invalid={ruleAt('amount') !== undefined}
            aria-describedby="new-authorization-status"
            onChange={(event) => updateNewAuthorization({ amount: event.target.value })}
          />
        </div>
        <div className="field">
          <label htmlFor="new-currency">Currency</label>
          <select
            id="new-currency"
            value={currency}
            aria-invalid={ruleAt('amount.currency') !== undefined}
            onChange={(event) => updateNewAuthorization({ currency: event.target.value })}
          >
            {Object.keys(currencies).map((code) => (
              <option key={code}>{code}</option>
            ))}
          </select>
        </div>
        <ReferenceChoice provider={provider} />
        <BusyButton type="submit" className="primary" busy={busy}>
          {busy ? 'Authorizing…' : 'Authorize'}
        </BusyButton>
      </div>
      <p className={error === undefined ? 'aside' : 'error'} id="new-authorization-status" role="status">
        {error ?? (createdId && `Created: ${createdId}`)}
      </p>
    </form>
  );
}
