import type { ReactNode } from 'react';
import { updateForm, captureForm } from '../../state/capture-form.ts';
import { useCatalog } from '../../state/catalog.ts';
import { useStore } from '../../state/store.ts';

/** What should go wrong on the way, and whether the money moves all the same. */
export function FaultChoice(): ReactNode {
  const { faults } = useCatalog();
  const { fault } = useStore(captureForm);
  const chosen = faults.find(({ name }) => name === fault);
  return (
    <fieldset className="fault">
      <legend>Break it on purpose</legend>
      <div className="field">
        <label htmlFor="fault">Fault</label>
        <select
          id="fault"
          value={fault}
          aria-describedby="fault-help"
          onChange={(event) => updateForm({ fault: event.target.value })}
        >
          <option value="">none: everything works</option>
          <optgroup label="Money moves, and the answer does not say so">
            {faults.filter(({ moneyMoves }) => moneyMoves).map(({ name }) => option(name))}
          </optgroup>
          <optgroup label="No money moves">
            {faults.filter(({ moneyMoves }) => !moneyMoves).map(({ name }) => option(name))}
          </optgroup>
        </select>
        <p className="help" id="fault-help">
          {chosen
            ? chosen.description
            : 'The sandbox can lose, cut, garble or contradict an answer, before or after the money has moved.'}
        </p>
      </div>
    </fieldset>
  );
}

function option(name: string): ReactNode {
  return (
    <option key={name} value={name}>
      {name}
    </option>
  );
}
