import type { ReactNode } from 'react';
import type { DescribedField } from '../../../shared/api.ts';
import { captureForm, issueAt } from '../../state/capture-form.ts';
import { useStore } from '../../state/store.ts';

const SOURCES: Readonly<Record<string, string>> = {
  page: 'The provider’s capture page says so',
  sample: 'From the sample on the provider’s page',
  peer: 'Said elsewhere by the provider or by those who use it',
  guess: 'Nobody says; this is a guess',
  ours: 'An addition of this library',
};

/** A label, the field, its help and its error, bound together for those who cannot see them. */
export function FieldFrame(props: {
  readonly field: DescribedField;
  readonly path: string;
  readonly label?: string;
  readonly children: ReactNode;
}): ReactNode {
  const { field, path, label = field.label, children } = props;
  const error = issueAt(useStore(captureForm).issues, path);
  return (
    <div className="field" data-invalid={error !== undefined}>
      <div className="field-head">
        <label htmlFor={`field-${path}`}>
          {label}
          {field.required ? null : <span className="optional"> optional</span>}
        </label>
        {field.wireName === undefined ? null : (
          <span className="wire-name" title={SOURCES[field.source]}>
            {field.wireName} <span className="source">{field.source}</span>
          </span>
        )}
      </div>
      {children}
      {error === undefined ? null : (
        <p className="error" role="alert" id={`error-${path}`}>
          {error}
        </p>
      )}
      <p className="help" id={`help-${path}`}>
        {field.help}
        {field.format === undefined ? null : <span className="format"> Format: {field.format}.</span>}
      </p>
    </div>
  );
}
