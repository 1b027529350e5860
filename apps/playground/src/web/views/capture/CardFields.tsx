import type { ReactNode } from 'react';
import type { DescribedField, ProviderInfo } from '../../../shared/api.ts';
import { captureForm, issueAt, takeTestCard } from '../../state/capture-form.ts';
import { useCatalog } from '../../state/catalog.ts';
import { useStore } from '../../state/store.ts';
import { useField } from './use-field.ts';

/** The fields of a card. Number and code are hidden as they are typed; at most the last four digits are shown. */
export function CardFields({
  provider,
  field,
}: {
  readonly provider: ProviderInfo;
  readonly field: DescribedField;
}): ReactNode {
  const { target, issues } = useStore(captureForm);
  const { testCards } = useCatalog();
  const number = useField(provider, 'card.number');
  const code = useField(provider, 'card.cvv');
  const month = useField(provider, 'card.expiryMonth');
  const year = useField(provider, 'card.expiryYear');
  const isTest = testCards.includes(number.value);
  const fillIn = (): void => {
    takeTestCard(provider);
    // The button disappears with that.
    document.getElementById('field-card.number')?.focus();
  };
  const part = (label: string, input: ReactNode, path: string, help: string, className = ''): ReactNode => {
    const error = issueAt(issues, path);
    return (
      <div className={`card-part ${className}`} data-invalid={error !== undefined}>
        <label htmlFor={`field-${path}`}>{label}</label>
        {input}
        {error === undefined ? null : (
          <p className="error" role="alert" id={`error-${path}`}>
            {error}
          </p>
        )}
        <p className="help" id={`help-${path}`}>
          {help}
        </p>
      </div>
    );
  };
  return (
    <fieldset className="card">
      <legend>{field.label}</legend>
      {part(
        'Number',
        <input {...number} inputMode="numeric" className="mono hidden-text" />,
        'card.number',
        numberHelp(number.value, isTest),
        'wide',
      )}
      {part('Month', <input {...month} inputMode="numeric" className="mono" />, 'card.expiryMonth', 'two digits')}
      {part('Year', <input {...year} inputMode="numeric" className="mono" />, 'card.expiryYear', 'four digits')}
      {part('Code', <input {...code} inputMode="numeric" className="mono hidden-text" />, 'card.cvv', '3 or 4 digits')}
      <p className="help wide">
        {target === 'sandbox' ? (
          <>
            {field.help} The sandbox accepts published test cards only.{' '}
            {isTest ? null : (
              <button type="button" className="link" onClick={fillIn}>
                Use the published test card
              </button>
            )}
          </>
        ) : (
          'This card will be charged. The page forgets its number as soon as it is sent.'
        )}
      </p>
    </fieldset>
  );
}

function numberHelp(number: string, isTest: boolean): string {
  if (number.length < 12) return '12 to 19 digits';
  return `ends in ${number.slice(-4)}${isTest ? ', a published test card' : ''}`;
}
