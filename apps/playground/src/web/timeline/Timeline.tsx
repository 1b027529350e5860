import type { ReactNode } from 'react';
import { useFocusFallback } from '../parts/use-focus-fallback.ts';
import { eventOf, type Run } from '../state/runs.ts';
import { ResponseStep } from './ResponseStep.tsx';
import { LookupSteps } from './LookupSteps.tsx';
import { CheckedStep, FieldsStep, RequestStep } from './PreparedSteps.tsx';
import { ResultStep } from './ResultStep.tsx';
import { SignatureStep } from './SignatureStep.tsx';
import { Summary } from './Summary.tsx';
import './steps.css';
import './timeline.css';
import { TruthStep } from './TruthStep.tsx';
import { WireStep } from './WireStep.tsx';

/** A run as a list of steps that grows as events arrive. A `replayed` run offers nothing that would call the server. */
export function Timeline({ run, replayed = false }: { readonly run: Run; readonly replayed?: boolean }): ReactNode {
  const { events } = run;
  const checked = eventOf(events, 'checked');
  const fields = eventOf(events, 'fields');
  const signature = eventOf(events, 'signature');
  const request = eventOf(events, 'request');
  const wire = eventOf(events, 'wire');
  const response = eventOf(events, 'response');
  const result = eventOf(events, 'result');
  const truth = eventOf(events, 'truth');
  // A button disappears when its job is done. Its result is then in the summary, or in the last step.
  const box = useFocusFallback<HTMLDivElement>((all, { within }) =>
    within === 'summary' ? all.querySelector<HTMLElement>('h2') : [...all.querySelectorAll<HTMLElement>('h3')].at(-1),
  );
  return (
    <div className="run" ref={box}>
      <Summary run={run} replayed={replayed} />
      {run.problem ? (
        <p className="problem" role="alert">
          {run.problem.message}
        </p>
      ) : null}
      <ol className="timeline">
        {checked ? <CheckedStep event={checked} provider={run.title} /> : null}
        {fields ? <FieldsStep event={fields} /> : null}
        {signature ? <SignatureStep event={signature} /> : null}
        {request ? <RequestStep event={request} /> : null}
        {wire ? <WireStep event={wire} run={run} /> : null}
        {response ? <ResponseStep event={response} /> : null}
        {result ? <ResultStep event={result} provider={run.title} httpStatus={response?.status} /> : null}
        {truth ? <TruthStep event={truth} status={result?.status ?? ''} replayed={replayed} /> : null}
        <LookupSteps run={run} replayed={replayed} />
      </ol>
    </div>
  );
}
