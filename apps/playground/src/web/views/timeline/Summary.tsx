import type { ReactNode } from 'react';
import { Status } from '../../parts/Status.tsx';
import { eventOf, lookUp, resultOf, stop, truthOf, type Run } from '../../state/runs.ts';
import { Progress } from './Progress.tsx';

/** The verdict beside the truth, in a glance. */
export function Summary({ run, replayed }: { readonly run: Run; readonly replayed: boolean }): ReactNode {
  const result = resultOf(run);
  const truth = truthOf(run);
  const wire = eventOf(run.events, 'wire');
  const settled = eventOf(run.events, 'settled');
  const fault = run.order.fault;
  const isOpen = (result?.status === 'unknown' || result?.status === 'pending') && !settled && !replayed;
  return (
    <div className="summary" aria-live="polite">
      <div className="summary-head">
        <h2>
          {run.title}
          {replayed ? ' (replayed)' : ''}
        </h2>
        {fault === undefined ? null : <span className="chip">fault: {fault}</span>}
        {run.order.target === 'live' ? <span className="chip live">real endpoint</span> : null}
      </div>
      {result ? (
        <dl className="verdicts">
          <div>
            <dt>The library says</dt>
            <dd>
              <Status of={settled && settled.status !== 'undecided' ? settled.status : result.status} />
              {settled && settled.status !== 'undecided' ? (
                <span className="was">was {result.status}, looked up</span>
              ) : null}
            </dd>
          </div>
          <div>
            <dt>Asked</dt>
            <dd className="mono">
              {result.asked.text} {result.asked.currency}
            </dd>
          </div>
          {truth ? (
            <div>
              <dt>The sandbox knows</dt>
              <dd>
                {truth.moved ? 'money moved' : 'no money moved'}
                <span className="agrees" data-agrees={truth.agrees}>
                  {truth.agrees ? 'verdict is honest' : 'verdict is wrong'}
                </span>
              </dd>
            </div>
          ) : null}
        </dl>
      ) : run.busy ? (
        <Progress deadline={wire?.deadline} onStop={() => stop(run)} />
      ) : null}
      {isOpen ? (
        <p className="what-now">
          <button type="button" className="primary" disabled={run.busy !== undefined} onClick={() => void lookUp(run)}>
            {run.busy === 'looking up' ? 'Asking the provider…' : 'Settle it'}
          </button>
          <span>
            {result.status === 'unknown'
              ? 'Do not send it again. Ask the provider what became of it.'
              : 'Not final yet. Ask the provider what became of it.'}
          </span>
        </p>
      ) : null}
    </div>
  );
}
