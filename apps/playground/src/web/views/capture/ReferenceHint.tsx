import type { ReactNode } from 'react';
import type { ProviderInfo } from '../../../shared/api.ts';
import { updateValues, captureForm } from '../../state/capture-form.ts';
import { newReference } from '../../state/new-reference.ts';
import { sandbox } from '../../state/sandbox.ts';
import { useStore } from '../../state/store.ts';

/** Whether a reference that is sent was used before, and a new one. */
export function ReferenceHint({ provider }: { readonly provider: ProviderInfo }): ReactNode {
  const typed = useStore(captureForm).values[provider.id]?.['reference'] ?? '';
  const state = useStore(sandbox);
  if (provider.capabilities['reference'] !== 'sent') return null;
  const used = state?.captures.some((one) => one.provider === provider.id && one.reference === typed) ?? false;
  return (
    <p className="aside">
      {used && typed !== '' ? (
        <span data-empty="true">
          The sandbox has seen it. A repeat is no decline: it may be an earlier capture of yours.{' '}
        </span>
      ) : null}
      <button type="button" className="link" onClick={() => updateValues(provider.id, { reference: newReference() })}>
        Make a new one
      </button>
    </p>
  );
}
