import { useEffect, type ReactNode } from 'react';
import { useCatalog, useProvider } from '../../state/catalog.ts';
import { updateForm, captureForm } from '../../state/capture-form.ts';
import { runs, shownRun } from '../../state/runs.ts';
import { refreshSandbox } from '../../state/sandbox.ts';
import { useStore } from '../../state/store.ts';
import { Timeline } from '../../timeline/Timeline.tsx';
import { RunIntro } from './RunIntro.tsx';
import './capture.css';
import './run-intro.css';
import { CopyAs } from './CopyAs.tsx';
import { FaultChoice } from './FaultChoice.tsx';
import { ProviderChoice } from './ProviderChoice.tsx';
import { RequestForm } from './RequestForm.tsx';
import { loseResponse, send } from './send.ts';
import { SendRow } from './SendRow.tsx';
import { TargetChoice } from './TargetChoice.tsx';
import { useScrollIntoView } from './use-scroll-into-view.ts';

/** The capture form, and the run that it sent last. */
export function CaptureView(): ReactNode {
  const { providers } = useCatalog();
  const form = useStore(captureForm);
  const provider = useProvider(form.provider);
  const all = useStore(runs);
  const key = useStore(shownRun);
  const run = all.find((one) => one.key === key);
  const busy = all.some((one) => one.busy !== undefined);

  const section = useScrollIntoView(run);
  useEffect(refreshSandbox, []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !busy) void send(provider);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [provider, busy]);

  return (
    <div className="capture-view">
      <form
        className="capture-form"
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
          Each form is prefilled with the sample of the provider’s documentation. Send it as it is, or inject a fault.
        </p>
        <ProviderChoice
          providers={providers}
          value={provider.id}
          onChange={(id) => updateForm({ provider: id, issues: [], refusal: undefined })}
        />
        <TargetChoice provider={provider} />
        <RequestForm key={provider.id} provider={provider} />
        {form.target === 'sandbox' ? <FaultChoice /> : null}
        <SendRow busy={busy} provider={provider} />
        <CopyAs provider={provider} />
      </form>
      <section ref={section} className="capture-run" aria-label="Run">
        {run ? <Timeline run={run} /> : <RunIntro onTry={() => loseResponse(provider)} />}
      </section>
    </div>
  );
}
