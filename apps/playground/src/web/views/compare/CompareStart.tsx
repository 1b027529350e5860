import type { ReactNode } from 'react';
import { BusyButton } from '../../parts/BusyButton.tsx';
import { useCatalog } from '../../state/catalog.ts';
import { runs } from '../../state/runs.ts';
import { useStore } from '../../state/store.ts';
import { chooseFault, compareAll, comparison } from './compare-all.ts';

/** Chooses a fault and begins. The server takes one capture at a time, so that it waits for one that was sent elsewhere on the page. */
export function CompareStart(): ReactNode {
  const { providers, faults } = useCatalog();
  const { fault, busy, keys, problems } = useStore(comparison);
  const isTaken = useStore(runs).some((run) => run.busy !== undefined);
  const done = Object.keys(keys).length + Object.keys(problems).length;
  return (
    <form
      className="compare-start"
      onSubmit={(event) => {
        event.preventDefault();
        void compareAll(providers);
      }}
    >
      <label htmlFor="compare-fault" className="sr-only">
        Fault
      </label>
      <select id="compare-fault" value={fault} onChange={(event) => chooseFault(event.target.value)}>
        <option value="">no fault</option>
        {faults.map(({ name }) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
      <BusyButton type="submit" className="primary" busy={busy || isTaken}>
        {busy ? `Capturing… ${done} of ${providers.length}` : 'Capture at all five'}
      </BusyButton>
      {isTaken && !busy ? <p className="aside">Another capture is under way.</p> : null}
    </form>
  );
}
