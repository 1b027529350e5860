import type { ReactNode } from 'react';
import { useCatalog } from '../../state/catalog.ts';
import { runs } from '../../state/runs.ts';
import { useStore } from '../../state/store.ts';
import { Column } from './Column.tsx';
import { comparison } from './compare-all.ts';
import './compare.css';
import { CompareStart } from './CompareStart.tsx';
import { Matrix } from './Matrix.tsx';

/** The same capture at all five, side by side. */
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
            One capture at each of the five, with the sample of its page and an authorization of its own. Five ways to
            ask, five ways to answer, one kind of result.
          </p>
        </div>
        <CompareStart />
      </div>
      {isEmpty ? (
        <p className="empty">Nothing is compared yet. Press “Capture at all five”.</p>
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
