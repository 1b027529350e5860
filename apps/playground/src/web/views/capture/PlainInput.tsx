import type { ReactNode } from 'react';
import type { DescribedField, ProviderInfo } from '../../../shared/api.ts';
import { useField } from './use-field.ts';

/** A text, a choice, or a larger text for an object. */
export function PlainInput({
  provider,
  field,
}: {
  readonly provider: ProviderInfo;
  readonly field: DescribedField;
}): ReactNode {
  const bound = useField(provider, field.name);
  const { kind, choices = kind === 'yes or no' ? ['true', 'false'] : [] } = field;
  if (choices.length > 0) {
    return (
      <select {...bound}>
        <option value="">not given</option>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {kind === 'yes or no' ? { true: 'yes', false: 'no' }[choice] : choice}
          </option>
        ))}
      </select>
    );
  }
  if (kind === 'object') return <textarea {...bound} rows={3} className="mono" />;
  return <input {...bound} inputMode={kind === 'whole number' ? 'numeric' : 'text'} className="mono" />;
}
