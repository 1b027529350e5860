import type { ReactNode } from 'react';
import { updateForm, captureForm } from '../../state/capture-form.ts';
import { useCatalog } from '../../state/catalog.ts';
import { useStore } from '../../state/store.ts';

/** The fault that the sandbox injects, grouped by whether money moves nevertheless. */
export function FaultChoice(): ReactNode {
  const { faults } = useCatalog();
  const { fault } = useStore(captureForm);
  const chosen = faults.find(({ name }) => name === fault);
  return (
    <fieldset className="fault">
      <legend>Inject a fault</legend>
      <div className="field">
        <label htmlFor="fault">Fault</label>
        <select
          id="fault"
          value={fault}
          aria-describedby="fault-help"
          onChange={(event) => updateForm({ fault: event.target.value })}
        >
          <option value="">none</option>
          <optgroup label="Money moves, but the response does not confirm it">
            {faults.filter(({ moneyMoves }) => moneyMoves).map(({ name }) => option(name))}
          </optgroup>
          <optgroup label="No money moves">
            {faults.filter(({ moneyMoves }) => !moneyMoves).map(({ name }) => option(name))}
          </optgroup>
        </select>
        <p className="help" id="fault-help">
          {chosen
            ? chosen.description
            : 'The sandbox can lose, truncate, corrupt or contradict a response, before or after money has moved.'}
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
