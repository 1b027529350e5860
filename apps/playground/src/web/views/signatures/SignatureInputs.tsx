import type { ComponentProps, ReactNode } from 'react';
import { useStore } from '../../state/store.ts';
import { updateSignatureForm, signatureForm, ruleAt, type SignatureInput } from './signature-form.ts';

/** An input with its label, error and help, associated for assistive technology. */
function InputFrame(props: {
  readonly name: keyof SignatureInput;
  readonly label: string;
  readonly help?: string;
  readonly children: ReactNode;
}): ReactNode {
  const { name, label, help, children } = props;
  const rule = ruleAt(useStore(signatureForm).problem?.issues, name);
  return (
    <div className="field" data-invalid={rule !== undefined}>
      <label htmlFor={`signature-${name}`}>{label}</label>
      {children}
      {rule === undefined ? null : (
        <p className="error" id={`signature-${name}-error`}>
          {rule}
        </p>
      )}
      {help === undefined ? null : (
        <p className="help" id={`signature-${name}-help`}>
          {help}
        </p>
      )}
    </div>
  );
}

/** The properties of every input of this view. */
function useInput(name: keyof SignatureInput) {
  const state = useStore(signatureForm);
  const isInvalid = ruleAt(state.problem?.issues, name) !== undefined;
  return {
    id: `signature-${name}`,
    value: state[name],
    spellCheck: false,
    'aria-invalid': isInvalid,
    'aria-describedby': `${isInvalid ? `signature-${name}-error ` : ''}signature-${name}-help`,
    onChange: (event: { readonly target: { readonly value: string } }) =>
      updateSignatureForm({ [name]: event.target.value }),
  };
}

/** The input for the signed fields. */
export function FieldsInput(): ReactNode {
  const bound = useInput('fields');
  return (
    <InputFrame
      name="fields"
      label="Signed fields"
      help="One name=value per line, a form body, or flat JSON. Test data only: never paste a real card."
    >
      <textarea {...bound} className="mono" rows={10} placeholder={'name=value\nname=value'} />
    </InputFrame>
  );
}

/** A single-line input, hidden on request. */
export function TextInput(
  props: Omit<ComponentProps<typeof InputFrame>, 'children'> & { readonly hidden?: boolean },
): ReactNode {
  const { hidden = false, ...frame } = props;
  const bound = useInput(frame.name);
  return (
    <InputFrame {...frame}>
      <input {...bound} className={hidden ? 'mono hidden-text' : 'mono'} />
    </InputFrame>
  );
}
