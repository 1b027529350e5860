import type { ReactNode } from 'react';
import { useCatalog } from '../../state/catalog.ts';
import { runs } from '../../state/runs.ts';
import { useStore } from '../../state/store.ts';
import { Column } from './Column.tsx';
import { comparison } from './compare-all.ts';
import './compare.css';
import { CompareStart } from './CompareStart.tsx';
import { Matrix } from './Matrix.tsx';

/** One capture at every provider, side by side. */
export function CompareView(): ReactNode {
  const { providers } = useCatalog();
  const { busy, keys, problems } = useStore(comparison);
  const all = useStore(runs);
  const isEmpty = !busy && Object.keys({ ...keys, ...problems }).length === 0;
  return (
    <div className="compare">
      <div className="view-head">
        <div>
          <h1>Compare</h1>
          <p className="lead">
            One capture at every provider, with its sample and a new authorization. The requests and responses differ;
            the results are of one kind.
          </p>
        </div>
        <CompareStart />
      </div>
      {isEmpty ? (
        <p className="empty">Capture once at each provider and compare.</p>
      ) : (
        <div className="columns">
          {providers.map(({ id, title }) => {
            const run = all.find(({ key }) => key === keys[id]);
            return <Column key={id} title={title} run={run} problem={run?.problem ?? problems[id]} />;
          })}
        </div>
      )}
      <Matrix providers={providers} />
    </div>
  );
}
