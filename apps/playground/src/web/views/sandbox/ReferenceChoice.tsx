import type { ReactNode } from 'react';
import type { ProviderInfo } from '../../../shared/api.ts';
import { useStore } from '../../state/store.ts';
import { updateNewAuthorization, newAuthorization } from './new-authorization.ts';

const DECLINES = [
  ['decline-insufficient-funds', 'captures are declined: insufficient funds'],
  ['decline-do-not-honor', 'captures are declined without a reason'],
  ['decline-expired-card', 'captures are declined: expired card'],
  ['decline-suspected-fraud', 'captures are declined: suspected fraud'],
] as const;
const PENDING = ['pending', 'captures stay pending'] as const;

/** Whether what becomes of captures is decided by the reference of their authorization. Elsewhere it is the one that is sent with the capture. */
export function usesAuthorizationReference({ capabilities }: ProviderInfo): boolean {
  return capabilities['reference'] !== 'sent';
}

/** The reference of an authorization where it decides what becomes of captures, and elsewhere the way to what does. */
export function ReferenceChoice({ provider }: { readonly provider: ProviderInfo }): ReactNode {
  const { reference } = useStore(newAuthorization);
  if (!usesAuthorizationReference(provider)) return <ReferenceElsewhere provider={provider} />;
  const choices = provider.pendingReferences ? [...DECLINES, PENDING] : DECLINES;
  return (
    <div className="field wide">
      <label htmlFor="new-reference">Reference</label>
      <select
        id="new-reference"
        value={choices.some(([value]) => value === reference) ? reference : ''}
        onChange={(event) => updateNewAuthorization({ reference: event.target.value })}
      >
        <option value="">a plain one: captures succeed</option>
        {choices.map(([value, says]) => (
          <option key={value} value={value}>
            {value}: {says}
          </option>
        ))}
      </select>
    </div>
  );
}

function ReferenceElsewhere({ provider: { title, fields } }: { readonly provider: ProviderInfo }): ReactNode {
  const label = fields.find(({ name }) => name === 'reference')?.label ?? 'Reference';
  return (
    <p className="aside wide">
      At {title} the reference of the capture decides. For a decline, write <code>{DECLINES[0][0]}</code> into “{label}”
      when you capture.
    </p>
  );
}
