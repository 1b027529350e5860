import type { ProviderInfo } from '../../../shared/api.ts';
import { updateValues, captureForm, issueAt } from '../../state/capture-form.ts';
import { useStore } from '../../state/store.ts';
import { check } from './check.ts';

/** The properties of every input of the form: value, change handler and the elements that describe it. */
export function useField(provider: ProviderInfo, path: string, owner = path) {
  const { values, issues } = useStore(captureForm);
  const error = issueAt(issues, path);
  return {
    id: `field-${path}`,
    value: values[provider.id]?.[path] ?? '',
    'aria-invalid': error !== undefined,
    'aria-describedby': error === undefined ? `help-${owner}` : `error-${owner} help-${owner}`,
    autoComplete: 'off',
    spellCheck: false,
    onChange: (event: { readonly target: { readonly value: string } }) =>
      updateValues(provider.id, { [path]: event.target.value }),
    onBlur: () => void check(provider, owner),
  };
}
