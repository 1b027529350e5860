import { useState, type ReactNode } from 'react';
import { useCatalog } from '../../state/catalog.ts';
import { runs } from '../../state/runs.ts';
import { useStore } from '../../state/store.ts';
import { Column } from './Column.tsx';
import './compare.css';
import { compared, compareAll } from './compare-all.ts';
import { Matrix } from './Matrix.tsx';

/** The same capture at all five, side by side. */
export function CompareView(): ReactNode {
  const { providers, faults } = useCatalog();
  const keys = useStore(compared);
  const all = useStore(runs);
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  const done = providers.filter(
    ({ id }) => all.find(({ key }) => key === keys[id])?.busy === undefined && keys[id] !== undefined,
  ).length;
  const start = (): void => {
    setBusy(true);
    void compareAll(providers, fault).finally(() => setBusy(false));
  };
  return (
    <div className="compare">
      <div className="view-head">
        <div>
          <h1>Compare</h1>
          <p className="lead">
            One capture at each of the five, with the sample of its page and an authorization of its own. Five ways to
            ask, five ways to answer, one kind of result.
          </p>
        </div>
        <form
          className="compare-start"
          onSubmit={(event) => {
            event.preventDefault();
            start();
          }}
        >
          <label htmlFor="compare-fault" className="sr-only">
            Fault
          </label>
          <select id="compare-fault" value={fault} onChange={(event) => setFault(event.target.value)}>
            <option value="">no fault</option>
            {faults.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
          <button type="submit" className="primary" disabled={busy}>
            {busy ? `Capturing… ${done} of ${providers.length}` : 'Capture at all five'}
          </button>
        </form>
      </div>
      {Object.keys(keys).length === 0 ? (
        <p className="empty">Nothing is compared yet. Press “Capture at all five”.</p>
      ) : (
        <div className="columns">
          {providers.map((provider) => (
            <Column key={provider.id} title={provider.title} run={all.find(({ key }) => key === keys[provider.id])} />
          ))}
        </div>
      )}
      <Matrix providers={providers} />
    </div>
  );
}
