import type { ReactNode } from 'react';
import type { ProviderInfo } from '../../../shared/api.ts';
import { updateForm, captureForm } from '../../state/capture-form.ts';
import { useCatalog } from '../../state/catalog.ts';
import { useStore } from '../../state/store.ts';
import { NOT_CONFIRMED } from './send.ts';

/** The choice between the sandbox and the live endpoint. Shown only with `--live`. */
export function TargetChoice({ provider }: { readonly provider: ProviderInfo }): ReactNode {
  const { live } = useCatalog();
  const { target, confirm, values, refusal } = useStore(captureForm);
  if (!live) return null;
  const { ready, variables } = provider.live;
  const typed = values[provider.id] ?? {};
  const error = refusal?.code === NOT_CONFIRMED ? refusal.message : undefined;
  return (
    <fieldset className="target">
      <legend>Target</legend>
      <label>
        <input
          type="radio"
          name="target"
          checked={target === 'sandbox'}
          onChange={() => updateForm({ target: 'sandbox', refusal: undefined })}
        />{' '}
        Sandbox
      </label>
      <label>
        <input
          type="radio"
          name="target"
          checked={target === 'live'}
          disabled={!ready}
          onChange={() => updateForm({ target: 'live', fault: '', refusal: undefined })}
        />{' '}
        Live
      </label>
      {ready ? null : (
        <p className="help">
          Not ready: the environment lacks{' '}
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
            aria-invalid={error !== undefined}
            aria-describedby={error === undefined ? undefined : 'error-confirm'}
            onChange={(event) => updateForm({ confirm: event.target.value, refusal: undefined })}
          />
          {error === undefined ? null : (
            <p className="error" role="alert" id="error-confirm">
              {error}
            </p>
          )}
        </div>
      ) : null}
    </fieldset>
  );
}
