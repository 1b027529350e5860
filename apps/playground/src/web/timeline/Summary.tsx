import type { ReactNode } from 'react';
import type { ResultEvent } from '../../shared/run-event.ts';
import { Masked } from '../parts/Masked.tsx';
import { Status } from '../parts/Status.tsx';
import { eventOf, hasBegun, resultOf, stop, truthOf, type Run } from '../state/runs.ts';
import { currentAgreement, isOpen, moneyLabelOf, verdictOf } from '../state/verdict.ts';
import { EarlierCapture } from './EarlierCapture.tsx';
import { LookupButton } from './LookupButton.tsx';
import { Progress } from './Progress.tsx';
import { reasonOf } from './reason.ts';
import { useCapturesNow } from './use-captures-now.ts';

/** The verdict beside the state of the sandbox, at a glance. */
export function Summary({ run, replayed }: { readonly run: Run; readonly replayed: boolean }): ReactNode {
  const result = resultOf(run);
  const wire = eventOf(run.events, 'wire');
  const fault = run.request.fault;
  const isWaiting = !result && run.busy !== undefined;
  return (
    <div className="summary" data-focus-area="summary">
      <div className="summary-head">
        <h2>
          {run.title}
          {replayed ? ' (replayed)' : ''}
        </h2>
        {fault === undefined ? null : <span className="chip">fault: {fault}</span>}
        {run.request.target === 'live' ? <span className="chip live">live</span> : null}
      </div>
      {isWaiting ? <Progress deadline={wire?.deadline} onStop={hasBegun(run) ? () => stop(run) : undefined} /> : null}
      {/* Apart from the progress, because screen readers announce every change in here. */}
      <div className="summary-live" aria-live="polite">
        {isWaiting ? <span className="sr-only">Waiting for the response</span> : null}
        {result ? <Verdicts run={run} result={result} replayed={replayed} /> : null}
        {result && verdictOf(run)?.was === undefined ? <Reason result={result} provider={run.title} /> : null}
        <EarlierCapture run={run} replayed={replayed} />
        {result && isOpen(run) && !replayed ? <NextAction run={run} result={result} /> : null}
      </div>
    </div>
  );
}

function Verdicts(props: { readonly run: Run; readonly result: ResultEvent; readonly replayed: boolean }): ReactNode {
  const { run, result, replayed } = props;
  const truth = truthOf(run);
  const captures = useCapturesNow(truth, replayed);
  const verdict = verdictOf(run);
  const agreement = truth && currentAgreement(run, truth, captures);
  return (
    <dl className="verdicts">
      <div>
        <dt>Result</dt>
        <dd>
          <Status of={verdict?.status ?? result.status} />
          {verdict?.was === undefined ? null : <span className="was">was {verdict.was}, looked up</span>}
        </dd>
      </div>
      <div>
        <dt>Requested</dt>
        <dd className="mono">
          {result.requested.major} {result.requested.currency}
        </dd>
      </div>
      {truth ? (
        <div>
          <dt>In the sandbox</dt>
          <dd>
            {moneyLabelOf(run, captures)}
            <span className="agrees" data-agrees={agreement?.state}>
              {agreement?.label}
            </span>
          </dd>
        </div>
      ) : null}
    </dl>
  );
}

function Reason({ result, provider }: { readonly result: ResultEvent; readonly provider: string }): ReactNode {
  const reason = reasonOf(result, provider);
  return reason === undefined ? null : (
    <p className="reason">
      <Masked>{reason}</Masked>
    </p>
  );
}

function NextAction({ run, result }: { readonly run: Run; readonly result: ResultEvent }): ReactNode {
  const again = eventOf(run.events, 'resolution') !== undefined;
  const label = again ? 'Look up again' : 'Look up outcome';
  return (
    <div className="next-action">
      <LookupButton run={run}>{run.busy === 'looking up' ? 'Looking up…' : label}</LookupButton>
      <span>
        {result.status === 'unknown' ? 'Do not send it again.' : 'Not final yet.'}{' '}
        {again ? 'The lookups did not decide the outcome.' : 'The provider may know the outcome.'}
      </span>
    </div>
  );
}
