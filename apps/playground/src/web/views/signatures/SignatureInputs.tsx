import type { ComponentProps, ReactNode } from 'react';
import { useStore } from '../../state/store.ts';
import { updateSignatureForm, signatureForm, ruleAt, type SignatureInput } from './signature-form.ts';

/** The frame of an input of the lab: its label, its error and its help, bound to it. */
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

/** What every input of the lab has. */
function useInput(name: keyof SignatureInput) {
  const state = useStore(signatureForm);
  const isWrong = ruleAt(state.problem?.issues, name) !== undefined;
  return {
    id: `signature-${name}`,
    value: state[name],
    spellCheck: false,
    'aria-invalid': isWrong,
    'aria-describedby': `${isWrong ? `signature-${name}-error ` : ''}signature-${name}-help`,
    onChange: (event: { readonly target: { readonly value: string } }) =>
      updateSignatureForm({ [name]: event.target.value }),
  };
}

export function FieldsInput(): ReactNode {
  const bound = useInput('fields');
  return (
    <InputFrame
      name="fields"
      label="Fields that were signed"
      help="One name=value a line, a form body, or flat JSON. Test data only: never paste a real card."
    >
      <textarea {...bound} className="mono" rows={10} placeholder={'name=value\nname=value'} />
    </InputFrame>
  );
}

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
