import type { ReactNode } from 'react';
import type { ProviderCard } from '../../../shared/api.ts';
import { useCatalog } from '../../state/catalog.ts';
import { change, compose } from '../../state/compose.ts';
import { useStore } from '../../state/store.ts';

/** Sandbox or a real endpoint. Without `--live` there is nothing to choose. */
export function TargetChoice({ provider }: { readonly provider: ProviderCard }): ReactNode {
  const { live } = useCatalog();
  const { target, confirm, values } = useStore(compose);
  if (!live) return null;
  const { ready, variables } = provider.live;
  const typed = values[provider.id] ?? {};
  return (
    <fieldset className="target">
      <legend>Where</legend>
      <label>
        <input
          type="radio"
          name="target"
          checked={target === 'sandbox'}
          onChange={() => change({ target: 'sandbox' })}
        />{' '}
        Sandbox
      </label>
      <label>
        <input
          type="radio"
          name="target"
          checked={target === 'live'}
          disabled={!ready}
          onChange={() => change({ target: 'live', fault: '' })}
        />{' '}
        Real endpoint
      </label>
      {ready ? null : (
        <p className="help">
          Not ready: the environment needs{' '}
          {variables
            .filter(({ set }) => !set)
            .map(({ name }) => name)
            .join(', ')}
          .
        </p>
      )}
      {target === 'live' ? (
        <div className="field">
          <label htmlFor="confirm">
            Type <strong>{`${typed['amount'] ?? ''} ${typed['amount.currency'] ?? ''}`}</strong> to confirm
          </label>
          <input
            id="confirm"
            autoComplete="off"
            value={confirm}
            onChange={(event) => change({ confirm: event.target.value })}
          />
        </div>
      ) : null}
    </fieldset>
  );
}
