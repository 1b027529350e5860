import { useEffect, type ReactNode } from 'react';
import { useCatalog, useProvider } from '../../state/catalog.ts';
import { change, compose } from '../../state/capture-form.ts';
import { runs, shown } from '../../state/runs.ts';
import { glanceAtSandbox } from '../../state/sandbox.ts';
import { useStore } from '../../state/store.ts';
import { Timeline } from '../../timeline/Timeline.tsx';
import { Waiting } from '../../timeline/Waiting.tsx';
import './capture.css';
import './beside.css';
import { CopyAs } from './CopyAs.tsx';
import { FaultChoice } from './FaultChoice.tsx';
import { ProviderChoice } from './ProviderChoice.tsx';
import { RequestForm } from './RequestForm.tsx';
import { send } from './send.ts';
import { SendRow } from './SendRow.tsx';
import { TargetChoice } from './TargetChoice.tsx';
import { useInSight } from './use-in-sight.ts';

/** Choose, fill in, break on purpose, send; beside it everything that happened. */
export function ComposeView(): ReactNode {
  const { providers } = useCatalog();
  const form = useStore(compose);
  const provider = useProvider(form.provider);
  const all = useStore(runs);
  const key = useStore(shown);
  const run = all.find((one) => one.key === key);
  const busy = all.some((one) => one.busy !== undefined);

  const section = useInSight(run);
  useEffect(glanceAtSandbox, []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !busy) void send(provider);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [provider, busy]);

  const loseAnAnswer = (): void => {
    change({ target: 'sandbox', fault: 'commit-then-drop' });
    void send(provider);
  };

  return (
    <div className="compose">
      <form
        className="compose-form"
        aria-label="Capture"
        autoComplete="off"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void send(provider);
        }}
      >
        <h1>Capture a payment</h1>
        <p className="lead">
          Every form starts with the sample of the provider’s own page. Send it as it is, or break something on purpose.
        </p>
        <ProviderChoice
          providers={providers}
          value={provider.id}
          onChange={(id) => change({ provider: id, issues: [], refusal: undefined })}
        />
        <TargetChoice provider={provider} />
        <RequestForm key={provider.id} provider={provider} />
        {form.target === 'sandbox' ? <FaultChoice /> : null}
        <SendRow busy={busy} />
        <CopyAs provider={provider} />
      </form>
      <section ref={section} className="compose-run" aria-label="What happened">
        {run ? <Timeline run={run} /> : <Waiting onTry={loseAnAnswer} />}
      </section>
    </div>
  );
}
