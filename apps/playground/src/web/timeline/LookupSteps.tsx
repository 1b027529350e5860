import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import type { LookupEvent, ResolutionEvent } from '../../shared/run-event.ts';
import { Checks } from '../parts/Checks.tsx';
import { Lines } from '../parts/Lines.tsx';
import { Status } from '../parts/Status.tsx';
import { resultOf, type Run } from '../state/runs.ts';
import { isOpen } from '../state/verdict.ts';
import { LookupButton } from './LookupButton.tsx';
import { Step } from './Step.tsx';

/** The lookups of an open result: a button, each lookup, and the outcome. */
export function LookupSteps({ run, replayed }: { readonly run: Run; readonly replayed: boolean }): ReactNode {
  const result = resultOf(run);
  const events = run.events.filter(
    (event): event is LookupEvent | ResolutionEvent => event.kind === 'lookup' || event.kind === 'resolution',
  );
  if (!result?.lookup || (result.status !== 'unknown' && result.status !== 'pending')) return null;
  const label = events.some(({ kind }) => kind === 'resolution') ? 'Look up again' : 'Look up outcome';
  return (
    <>
      {events.map((event, i) =>
        event.kind === 'lookup' ? (
          <LookupStep key={i} event={event} place={countLookups(events.slice(0, i + 1))} />
        ) : (
          <OutcomeStep key={i} event={event} />
        ),
      )}
      {isOpen(run) && !replayed ? (
        <Step
          title={label}
          description="Reads the status of the payment from the provider until the outcome is final. Nothing is captured."
          mark="next"
        >
          <Lines lines={result.lookup} label="Lookup keys" />
          <LookupButton run={run}>
            <Search aria-hidden size={16} />
            {run.busy === 'looking up' ? 'Looking up…' : label}
          </LookupButton>
        </Step>
      ) : null}
    </>
  );
}

/** The place counts through several series, each of which numbers its attempts from one. */
function countLookups(events: readonly (LookupEvent | ResolutionEvent)[]): number {
  return events.filter(({ kind }) => kind === 'lookup').length;
}

function LookupStep({ event, place }: { readonly event: LookupEvent; readonly place: number }): ReactNode {
  const { status, decides, live, checks, error, httpStatus, candidates } = event;
  const open = status === 'unknown' && httpStatus === undefined ? NO_RESPONSE : DESCRIPTIONS[status];
  return (
    <Step
      title={`Lookup ${place}`}
      description={decides ? 'The outcome is final.' : (open ?? 'The response does not decide the outcome.')}
      meta={<Status of={status} />}
    >
      <Checks checks={checks} caption={`Comparisons of lookup ${place}`} />
      {live === undefined ? null : <p className="aside">{live ? 'A live payment.' : 'A test payment.'}</p>}
      {error ? <p className="aside">{error.message}</p> : null}
      {candidates.map(({ name, value }) => (
        <p key={name} className="aside">
          Possibly {name}: {value}
        </p>
      ))}
    </Step>
  );
}

const NO_RESPONSE = 'The lookup received no response.';

const DESCRIPTIONS: Readonly<Record<string, string>> = {
  'not-found':
    'The provider does not know such a payment yet. That proves nothing by itself: a request may still be on its way.',
  undecidable: 'The provider responded, but its response cannot tell what became of the capture.',
  unknown: 'The response does not decide the outcome.',
  pending: 'Still not final.',
};

function OutcomeStep({ event }: { readonly event: ResolutionEvent }): ReactNode {
  const { status, attempts, description, truth } = event;
  return (
    <Step title="Outcome" description={description} meta={<Status of={status} />} mark={status}>
      <p className="aside">{attempts === 1 ? '1 lookup was' : `${attempts} lookups were`} sent. No capture was sent.</p>
      {truth ? <p className="aside">In the sandbox: {truth.description}</p> : null}
    </Step>
  );
}
