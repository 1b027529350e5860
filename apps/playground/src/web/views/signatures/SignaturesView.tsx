import type { ReactNode } from 'react';
import { BusyButton } from '../../parts/BusyButton.tsx';
import { useCatalog } from '../../state/catalog.ts';
import { useStore } from '../../state/store.ts';
import { EXAMPLES } from './examples.ts';
import { Explanation } from './Explanation.tsx';
import { explain, signatureForm, updateSignatureForm } from './signature-form.ts';
import './signatures.css';
import { FieldsInput, TextInput } from './SignatureInputs.tsx';

/** Explains a wrong signature: fields and signature go in, the mistake that reproduces it comes out. */
export function SignaturesView(): ReactNode {
  const signing = useCatalog().providers.filter(({ signs }) => signs);
  const { fields, secret, signature, busy, response, problem, provider: chosen } = useStore(signatureForm);
  const provider = signing.find(({ id }) => id === chosen) ?? signing[0];
  if (!provider) return null;
  return (
    <div className="signatures-view">
      <form
        className="signature-form"
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          void explain(provider.id);
        }}
      >
        <h1>Signature lab</h1>
        <p className="lead">
          Got “wrong signature”? Paste your fields and your signature. The lab tries known mistakes, alone and in pairs,
          until one reproduces it.
        </p>
        <div className="signature-examples">
          <span className="aside">Examples:</span>
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
            value={provider.id}
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
          help="The merchant password or API token. Sent only to the local server and never returned."
        />
        <TextInput name="signature" label="Your signature" help="The one your code produced." />
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
          <Explanation response={response} provider={provider.title} length={signature.trim().length} />
        ) : (
          <p className="empty">{busy ? 'Trying known mistakes…' : 'The explanation appears here.'}</p>
        )}
      </section>
    </div>
  );
}
