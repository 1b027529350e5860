import type { ComponentProps, ReactNode } from 'react';
import { useStore } from '../../state/store.ts';
import { changeLab, lab, ruleAt, type LabInput } from './signature-form.ts';

/** The frame of an input of the lab: its label, its error and its help, bound to it. */
function Frame(props: {
  readonly name: keyof LabInput;
  readonly label: string;
  readonly help?: string;
  readonly children: ReactNode;
}): ReactNode {
  const { name, label, help, children } = props;
  const rule = ruleAt(useStore(lab).problem?.issues, name);
  return (
    <div className="field" data-invalid={rule !== undefined}>
      <label htmlFor={`lab-${name}`}>{label}</label>
      {children}
      {rule === undefined ? null : (
        <p className="error" id={`lab-${name}-error`}>
          {rule}
        </p>
      )}
      {help === undefined ? null : (
        <p className="help" id={`lab-${name}-help`}>
          {help}
        </p>
      )}
    </div>
  );
}

/** What every input of the lab has. */
function useBound(name: keyof LabInput) {
  const state = useStore(lab);
  const isWrong = ruleAt(state.problem?.issues, name) !== undefined;
  return {
    id: `lab-${name}`,
    value: state[name],
    spellCheck: false,
    'aria-invalid': isWrong,
    'aria-describedby': `${isWrong ? `lab-${name}-error ` : ''}lab-${name}-help`,
    onChange: (event: { readonly target: { readonly value: string } }) => changeLab({ [name]: event.target.value }),
  };
}

export function FieldsInput(): ReactNode {
  const bound = useBound('fields');
  return (
    <Frame
      name="fields"
      label="Fields that were signed"
      help="One name=value a line, a form body, or flat JSON. Test data only: never paste a real card."
    >
      <textarea {...bound} className="mono" rows={10} placeholder={'name=value\nname=value'} />
    </Frame>
  );
}

export function TextInput(
  props: Omit<ComponentProps<typeof Frame>, 'children'> & { readonly hidden?: boolean },
): ReactNode {
  const { hidden = false, ...frame } = props;
  const bound = useBound(frame.name);
  return (
    <Frame {...frame}>
      <input {...bound} className={hidden ? 'mono hidden-text' : 'mono'} />
    </Frame>
  );
}
