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

/** What leads an open result back to certainty: a button, each look-up, and the end. */
export function LookupSteps({ run, replayed }: { readonly run: Run; readonly replayed: boolean }): ReactNode {
  const result = resultOf(run);
  const events = run.events.filter(
    (event): event is LookupEvent | ResolutionEvent => event.kind === 'lookup' || event.kind === 'resolution',
  );
  if (!result?.lookup || (result.status !== 'unknown' && result.status !== 'pending')) return null;
  const again = events.some(({ kind }) => kind === 'resolution');
  return (
    <>
      {events.map((event, i) =>
        event.kind === 'lookup' ? (
          <LookupStep
            key={i}
            event={event}
            place={events.slice(0, i + 1).filter(({ kind }) => kind === 'lookup').length}
          />
        ) : (
          <ResolutionStep key={i} event={event} />
        ),
      )}
      {isOpen(run) && !replayed ? (
        <Step
          title={again ? 'Look it up again' : 'Look it up'}
          description="The library’s settle only reads: it asks the provider what became of the payment, on a schedule, until the answer decides."
          mark="next"
        >
          <Lines lines={result.lookup} label="What it asks with" />
          <LookupButton run={run}>
            <Search aria-hidden size={16} />
            {run.busy === 'looking up' ? 'Looking it up…' : again ? 'Look it up again' : 'Look it up'}
          </LookupButton>
        </Step>
      ) : null}
    </>
  );
}

/** One look-up. `place` counts on through several searches, each of which counts from one. */
function LookupStep({ event, place }: { readonly event: LookupEvent; readonly place: number }): ReactNode {
  const { status, decides, checks, error, httpStatus } = event;
  const open = status === 'unknown' && httpStatus === undefined ? NO_ANSWER : SAYS[status];
  return (
    <Step
      title={`Look-up ${place}`}
      description={decides ? 'The answer decides.' : (open ?? 'The answer does not decide.')}
      meta={<Status of={status} />}
    >
      <Checks checks={checks} caption={`Comparisons of look-up ${place}`} />
      {error ? <p className="aside">{error.message}</p> : null}
    </Step>
  );
}

const NO_ANSWER = 'No answer came to the look-up.';

const SAYS: Readonly<Record<string, string>> = {
  'not-found':
    'The provider knows no such payment now. That proves nothing by itself: a request may still be on its way.',
  undecidable: 'It answered, and its answer cannot tell what became of the capture.',
  unknown: 'An answer came, and it decides nothing.',
  pending: 'It is still not final.',
};

function ResolutionStep({ event }: { readonly event: ResolutionEvent }): ReactNode {
  const { status, attempts, description } = event;
  return (
    <Step title="Settled" description={description} meta={<Status of={status} />} mark={status}>
      <p className="aside">
        {attempts === 1 ? 'One look-up was' : `${attempts} look-ups were`} made. No capture was sent.
      </p>
    </Step>
  );
}
