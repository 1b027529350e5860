import type { ReactNode } from 'react';
import type { ProviderInfo } from '../../../shared/api.ts';
import { captureForm, updateValues } from '../../state/capture-form.ts';
import { newReference } from '../../state/new-reference.ts';
import { sandbox } from '../../state/sandbox.ts';
import { useStore } from '../../state/store.ts';

/** A warning if the reference was sent before, and a button that generates a new one. */
export function ReferenceHint({ provider }: { readonly provider: ProviderInfo }): ReactNode {
  const typed = useStore(captureForm).values[provider.id]?.['reference'] ?? '';
  const state = useStore(sandbox);
  if (provider.capabilities.reference !== 'sent') return null;
  const used = state?.captures.some((one) => one.provider === provider.id && one.reference === typed) ?? false;
  return (
    <p className="aside">
      {used && typed !== '' ? (
        <span data-empty="true">
          Already used. Sending it again may return “unknown”, because it may be your own earlier capture.{' '}
        </span>
      ) : null}
      <button type="button" className="link" onClick={() => updateValues(provider.id, { reference: newReference() })}>
        Generate a new one
      </button>
    </p>
  );
}
