import { useState, type ReactNode } from 'react';
import type { LabAnswer, Problem } from '../../../shared/api.ts';
import { post, problemOf } from '../../state/api.ts';
import { useCatalog } from '../../state/catalog.ts';
import { EXAMPLES, type Example } from './examples.ts';
import { Explanation } from './Explanation.tsx';
import { parseFields } from './parse-fields.ts';
import './lab.css';

/** Paste what somebody signed and the signature they got, and see which mistake explains it. */
export function LabView(): ReactNode {
  const signing = useCatalog().providers.filter(({ signs }) => signs);
  const [provider, setProvider] = useState(signing[0]?.id ?? '');
  const [fields, setFields] = useState('');
  const [secret, setSecret] = useState('');
  const [theirs, setTheirs] = useState('');
  const [said, setSaid] = useState<{ readonly answer?: LabAnswer; readonly problem?: Problem }>({});

  const use = (example: Example): void => {
    setProvider(example.provider);
    setFields(example.fields);
    setSecret(example.secret);
    setTheirs(example.theirs);
    setSaid({});
  };
  const explain = async (): Promise<void> => {
    try {
      setSaid({
        answer: await post<LabAnswer>('/api/signature', { provider, fields: parseFields(fields), secret, theirs }),
      });
    } catch (error) {
      setSaid({ problem: problemOf(error) });
    }
  };

  return (
    <div className="lab">
      <form
        className="lab-form"
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          void explain();
        }}
      >
        <h1>Signature lab</h1>
        <p className="lead">
          “Wrong signature” explains nothing. Paste what was signed and the signature that came out elsewhere: the lab
          makes the usual mistakes, one by one and in pairs, until one gives exactly that signature.
        </p>
        <div className="lab-examples">
          <span className="aside">Try one that went wrong:</span>
          {EXAMPLES.map((example) => (
            <button key={example.title} type="button" className="quiet" onClick={() => use(example)}>
              {example.title}
            </button>
          ))}
        </div>
        <div className="field">
          <label htmlFor="lab-provider">Provider</label>
          <select id="lab-provider" value={provider} onChange={(event) => setProvider(event.target.value)}>
            {signing.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="lab-fields">Fields that were signed</label>
          <textarea
            id="lab-fields"
            className="mono"
            rows={10}
            spellCheck={false}
            value={fields}
            aria-describedby="lab-fields-help"
            placeholder={'name=value\nname=value'}
            onChange={(event) => setFields(event.target.value)}
          />
          <p className="help" id="lab-fields-help">
            One name=value a line, a form body, or flat JSON. Test data only: never paste a real card.
          </p>
        </div>
        <div className="field">
          <label htmlFor="lab-secret">Secret</label>
          <input
            id="lab-secret"
            className="mono hidden-text"
            spellCheck={false}
            value={secret}
            aria-describedby="lab-secret-help"
            onChange={(event) => setSecret(event.target.value)}
          />
          <p className="help" id="lab-secret-help">
            The merchant password or API token. It goes to the process on this machine and comes back in no form.
          </p>
        </div>
        <div className="field">
          <label htmlFor="lab-theirs">Their signature</label>
          <input
            id="lab-theirs"
            className="mono"
            spellCheck={false}
            value={theirs}
            onChange={(event) => setTheirs(event.target.value)}
          />
        </div>
        <button
          type="submit"
          className="primary"
          disabled={fields.trim() === '' || secret === '' || theirs.trim() === ''}
        >
          Explain the difference
        </button>
      </form>
      <section className="lab-answer" aria-label="Explanation" aria-live="polite">
        {said.problem ? <p className="problem">{said.problem.message}</p> : null}
        {said.answer ? (
          <Explanation answer={said.answer} />
        ) : (
          <p className="empty">The explanation will stand here, with the right signature taken apart.</p>
        )}
      </section>
    </div>
  );
}
