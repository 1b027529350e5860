import type { ReactNode } from 'react';
import { BusyButton } from '../../parts/BusyButton.tsx';
import { useCatalog } from '../../state/catalog.ts';
import { runs } from '../../state/runs.ts';
import { useStore } from '../../state/store.ts';
import { chooseFault, compareAll, comparison } from './compare-all.ts';

/**
 * Chooses a fault and starts the comparison. The server accepts one capture at a time, so it waits for others to end.
 */
export function CompareStart(): ReactNode {
  const { providers, faults } = useCatalog();
  const { fault, busy, keys, problems } = useStore(comparison);
  const isBusyElsewhere = useStore(runs).some((run) => run.busy !== undefined);
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
        <option value="">none</option>
        {faults.map(({ name }) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
      <BusyButton type="submit" className="primary" busy={busy || isBusyElsewhere}>
        {busy ? `Capturing… ${done} of ${providers.length}` : 'Capture at all providers'}
      </BusyButton>
      {isBusyElsewhere && !busy ? <p className="aside">Another capture is in progress.</p> : null}
    </form>
  );
}
