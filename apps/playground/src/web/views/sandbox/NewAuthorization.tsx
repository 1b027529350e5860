import { useState, type ReactNode } from 'react';
import { useCatalog } from '../../state/catalog.ts';
import { authorize } from '../../state/sandbox.ts';

const REFERENCES = [
  ['', 'a plain one: captures succeed'],
  ['decline-insufficient-funds', 'captures are declined: insufficient funds'],
  ['decline-do-not-honor', 'captures are declined without a reason'],
  ['decline-expired-card', 'captures are declined: expired card'],
  ['decline-suspected-fraud', 'captures are declined: suspected fraud'],
  ['pending', 'captures stay pending, where the provider knows that'],
] as const;

/** An authorization of any amount. Its reference can decide what becomes of captures. */
export function NewAuthorization({ act }: { readonly act: (job: Promise<unknown>) => void }): ReactNode {
  const { providers, currencies } = useCatalog();
  const able = providers.filter(({ capabilities }) => capabilities['captures'] === 'authorization');
  const [provider, setProvider] = useState('payfull');
  const [amount, setAmount] = useState('100.00');
  const [currency, setCurrency] = useState('TRY');
  const [reference, setReference] = useState('');
  return (
    <form
      className="panel new-authorization"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        act(authorize({ provider, amount, currency, ...(reference === '' ? {} : { reference }) }));
      }}
    >
      <h2>Make an authorization</h2>
      <div className="row">
        <div className="field">
          <label htmlFor="new-provider">Provider</label>
          <select id="new-provider" value={provider} onChange={(event) => setProvider(event.target.value)}>
            {able.map(({ id, title }) => (
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
            onChange={(event) => setAmount(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor="new-currency">Currency</label>
          <select id="new-currency" value={currency} onChange={(event) => setCurrency(event.target.value)}>
            {Object.keys(currencies).map((code) => (
              <option key={code}>{code}</option>
            ))}
          </select>
        </div>
        <div className="field wide">
          <label htmlFor="new-reference">Reference</label>
          <select id="new-reference" value={reference} onChange={(event) => setReference(event.target.value)}>
            {REFERENCES.map(([value, says]) => (
              <option key={value} value={value}>
                {value === '' ? says : `${value}: ${says}`}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" className="primary">
          Authorize
        </button>
      </div>
      <p className="aside">
        PaymentOptions and freepayment.online read the reference of the authorization; the others take it with the
        capture itself.
      </p>
    </form>
  );
}
