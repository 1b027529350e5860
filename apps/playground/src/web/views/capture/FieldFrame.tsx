import type { ReactNode } from 'react';
import type { FieldSource } from '../../../providers/request-field.ts';
import type { DescribedField } from '../../../shared/api.ts';
import { captureForm, issueAt } from '../../state/capture-form.ts';
import { useStore } from '../../state/store.ts';

const SOURCES: Readonly<Record<FieldSource, string>> = {
  documented: 'Documented on the provider’s capture page',
  example: 'Taken from the example on the provider’s capture page',
  'third-party': 'Documented elsewhere by the provider, or used by public clients',
  assumed: 'Not documented; an assumption',
  ours: 'An addition of this library',
};

/** A field with its label, help and error, associated for assistive technology. */
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
