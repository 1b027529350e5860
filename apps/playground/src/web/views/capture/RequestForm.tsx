import { useState, type ReactNode } from 'react';
import type { DescribedField, ProviderInfo } from '../../../shared/api.ts';
import { captureForm, isChanged, replaceValues } from '../../state/capture-form.ts';
import { useStore } from '../../state/store.ts';
import { AmountField } from './AmountField.tsx';
import { AuthorizationBalance } from './AuthorizationBalance.tsx';
import { CardFields } from './CardFields.tsx';
import { FieldFrame } from './FieldFrame.tsx';
import { PlainInput } from './PlainInput.tsx';
import { ReferenceHint } from './ReferenceHint.tsx';

/** The form of a provider, built from its field descriptions. Optional fields that the sample lacks are collapsed. */
export function RequestForm({ provider }: { readonly provider: ProviderInfo }): ReactNode {
  const { values, issues } = useStore(captureForm);
  const typed = values[provider.id] ?? {};
  const isShown = ({ name, required }: DescribedField): boolean => required || name in provider.sample;
  const more = provider.fields.filter((field) => !isShown(field));
  const broken = more.some(({ name }) => issues.some(({ path }) => path.startsWith(name)));
  const [open, setOpen] = useState(false);
  const changed = isChanged(provider, typed);

  const show = (field: DescribedField): ReactNode => {
    if (field.kind === 'amount') return <AmountField key={field.name} provider={provider} field={field} />;
    if (field.kind === 'card') return <CardFields key={field.name} provider={provider} field={field} />;
    return (
      <FieldFrame key={field.name} field={field} path={field.name}>
        <PlainInput provider={provider} field={field} />
        {field.name === 'authorizationId' ? <AuthorizationBalance provider={provider} /> : null}
        {field.name === 'reference' ? <ReferenceHint provider={provider} /> : null}
      </FieldFrame>
    );
  };

  return (
    <fieldset className="request" aria-labelledby="request-title">
      <div className="request-head">
        <h2 id="request-title">Request</h2>
        {/* Always rendered, so that typing the first character does not move the fields. */}
        <button
          type="button"
          className="link"
          aria-disabled={!changed}
          onClick={() => (changed ? replaceValues(provider.id, provider.sample) : undefined)}
        >
          Reset to sample
        </button>
      </div>
      {provider.fields.filter(isShown).map(show)}
      {more.length > 0 ? (
        <details open={open || broken} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>
            {more.length} more optional {more.length === 1 ? 'field' : 'fields'}
          </summary>
          {more.map(show)}
        </details>
      ) : null}
    </fieldset>
  );
}
