import type { ReactNode } from 'react';
import { BusyButton } from '../../parts/BusyButton.tsx';
import { useCatalog } from '../../state/catalog.ts';
import { useStore } from '../../state/store.ts';
import { EXAMPLES } from './examples.ts';
import { Explanation } from './Explanation.tsx';
import { updateSignatureForm, explain, signatureForm } from './signature-form.ts';
import './signatures.css';
import { FieldsInput, TextInput } from './SignatureInputs.tsx';

/** Paste what somebody signed and the signature they got, and see which mistake explains it. */
export function SignaturesView(): ReactNode {
  const signing = useCatalog().providers.filter(({ signs }) => signs);
  const { fields, secret, signature, busy, response, problem, provider: chosen } = useStore(signatureForm);
  const provider = chosen === '' ? (signing[0]?.id ?? '') : chosen;
  return (
    <div className="signatures-view">
      <form
        className="signature-form"
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          void explain(provider);
        }}
      >
        <h1>Signature lab</h1>
        <p className="lead">
          “Wrong signature” explains nothing. Paste what was signed and the signature that came out elsewhere: the lab
          makes the usual mistakes, one by one and in pairs, until one gives exactly that signature.
        </p>
        <div className="signature-examples">
          <span className="aside">Try one that went wrong:</span>
          {EXAMPLES.map(({ title, ...input }) => (
            <button key={title} type="button" className="quiet" onClick={() => updateSignatureForm(input)}>
              {title}
            </button>
          ))}
        </div>
        <div className="field">
          <label htmlFor="signature-provider">Provider</label>
          <select
            id="signature-provider"
            value={provider}
            onChange={(event) => updateSignatureForm({ provider: event.target.value })}
          >
            {signing.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </div>
        <FieldsInput />
        <TextInput
          name="secret"
          label="Secret"
          hidden
          help="The merchant password or API token. It goes to the process on this machine and comes back in no form."
        />
        <TextInput name="signature" label="Their signature" help="As it was computed elsewhere." />
        <BusyButton
          type="submit"
          className="primary"
          busy={busy}
          disabled={fields.trim() === '' || secret === '' || signature.trim() === ''}
        >
          {busy ? 'Searching…' : 'Explain the difference'}
        </BusyButton>
      </form>
      <section className="signature-response" aria-label="Explanation" aria-live="polite" aria-busy={busy}>
        {problem ? <p className="problem">{problem.message}</p> : null}
        {response ? (
          <Explanation answer={response} />
        ) : (
          <p className="empty">
            {busy
              ? 'Making the usual mistakes…'
              : 'The explanation will stand here, with the right signature taken apart.'}
          </p>
        )}
      </section>
    </div>
  );
}
