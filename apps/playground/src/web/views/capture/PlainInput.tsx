import type { ReactNode } from 'react';
import type { DescribedField, ProviderInfo } from '../../../shared/api.ts';
import { useField } from './use-field.ts';

/** An input, a select or, for an object, a text area. */
export function PlainInput({
  provider,
  field,
}: {
  readonly provider: ProviderInfo;
  readonly field: DescribedField;
}): ReactNode {
  const bound = useField(provider, field.name);
  const { kind, choices = kind === 'boolean' ? ['true', 'false'] : [] } = field;
  if (choices.length > 0) {
    return (
      <select {...bound}>
        <option value="">none</option>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {kind === 'boolean' ? { true: 'yes', false: 'no' }[choice] : choice}
          </option>
        ))}
      </select>
    );
  }
  if (kind === 'object') return <textarea {...bound} rows={3} className="mono" />;
  return <input {...bound} inputMode={kind === 'integer' ? 'numeric' : 'text'} className="mono" />;
}
