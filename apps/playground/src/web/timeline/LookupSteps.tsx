import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import type { LookupEvent, SettledEvent } from '../../shared/run-event.ts';
import { Checks } from '../parts/Checks.tsx';
import { Lines } from '../parts/Lines.tsx';
import { Status } from '../parts/Status.tsx';
import { resultOf, type Run } from '../state/runs.ts';
import { isOpen } from '../state/verdict.ts';
import { LookUpButton } from './LookupButton.tsx';
import { Step } from './Step.tsx';

/** What leads an open result back to certainty: a button, each look-up, and the end. */
export function LookupSteps({ run, replayed }: { readonly run: Run; readonly replayed: boolean }): ReactNode {
  const result = resultOf(run);
  const told = run.events.filter(
    (event): event is LookupEvent | SettledEvent => event.kind === 'lookup' || event.kind === 'settled',
  );
  if (!result?.lookup || (result.status !== 'unknown' && result.status !== 'pending')) return null;
  const again = told.some(({ kind }) => kind === 'settled');
  return (
    <>
      {told.map((event, i) =>
        event.kind === 'lookup' ? (
          <Asked key={i} event={event} place={told.slice(0, i + 1).filter(({ kind }) => kind === 'lookup').length} />
        ) : (
          <Ended key={i} event={event} />
        ),
      )}
      {isOpen(run) && !replayed ? (
        <Step
          title={again ? 'Look it up again' : 'Look it up'}
          says="The library’s settle only reads: it asks the provider what became of the payment, on a schedule, until the answer decides."
          mark="next"
        >
          <Lines lines={result.lookup} label="What it asks with" />
          <LookUpButton run={run}>
            <Search aria-hidden size={16} />
            {run.busy === 'looking up' ? 'Looking it up…' : again ? 'Look it up again' : 'Look it up'}
          </LookUpButton>
        </Step>
      ) : null}
    </>
  );
}

/** One look-up. `place` counts on through several searches, each of which counts from one. */
function Asked({ event, place }: { readonly event: LookupEvent; readonly place: number }): ReactNode {
  const { status, decides, checks, error, httpStatus } = event;
  const open = status === 'unknown' && httpStatus === undefined ? NO_ANSWER : SAYS[status];
  return (
    <Step
      title={`Look-up ${place}`}
      says={decides ? 'The answer decides.' : (open ?? 'The answer does not decide.')}
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

function Ended({ event }: { readonly event: SettledEvent }): ReactNode {
  const { status, attempts, says } = event;
  return (
    <Step title="Settled" says={says} meta={<Status of={status} />} mark={status}>
      <p className="aside">
        {attempts === 1 ? 'One look-up was' : `${attempts} look-ups were`} made. No capture was sent.
      </p>
    </Step>
  );
}
