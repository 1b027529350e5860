import type { ReactNode } from 'react';
import type { ProviderInfo } from '../../../shared/api.ts';
import { useStore } from '../../state/store.ts';
import { updateNewAuthorization, newAuthorization } from './new-authorization.ts';

const DECLINES = [
  ['decline-insufficient-funds', 'captures are declined: insufficient funds'],
  ['decline-do-not-honor', 'captures are declined: no reason given'],
  ['decline-expired-card', 'captures are declined: expired card'],
  ['decline-suspected-fraud', 'captures are declined: suspected fraud'],
] as const;
const PENDING = ['pending', 'captures stay pending'] as const;

/**
 * True if the reference of an authorization decides the outcome of its captures. At the other providers, the reference
 * of the capture does.
 */
export function usesAuthorizationReference({ capabilities }: ProviderInfo): boolean {
  return capabilities.reference !== 'sent';
}

/**
 * The choice of a reference that decides the outcome of captures, or a hint where the reference of the capture does.
 */
export function ReferenceChoice({ provider }: { readonly provider: ProviderInfo }): ReactNode {
  const { reference } = useStore(newAuthorization);
  if (!usesAuthorizationReference(provider)) return <CaptureReferenceHint provider={provider} />;
  const choices = provider.pendingReferences ? [...DECLINES, PENDING] : DECLINES;
  return (
    <div className="field wide">
      <label htmlFor="new-reference">Reference</label>
      <select
        id="new-reference"
        value={choices.some(([value]) => value === reference) ? reference : ''}
        onChange={(event) => updateNewAuthorization({ reference: event.target.value })}
      >
        <option value="">none: captures succeed</option>
        {choices.map(([value, description]) => (
          <option key={value} value={value}>
            {value}: {description}
          </option>
        ))}
      </select>
    </div>
  );
}

function CaptureReferenceHint({ provider: { title, fields } }: { readonly provider: ProviderInfo }): ReactNode {
  const label = fields.find(({ name }) => name === 'reference')?.label ?? 'Reference';
  return (
    <p className="aside wide">
      At {title} the reference of the capture decides the outcome. For a decline, enter <code>{DECLINES[0][0]}</code> as
      “{label}” when you capture.
    </p>
  );
}
