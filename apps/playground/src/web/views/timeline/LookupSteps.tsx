import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import type { LookupEvent, SettledEvent } from '../../../shared/run-event.ts';
import { Checks } from '../../parts/Checks.tsx';
import { Lines } from '../../parts/Lines.tsx';
import { Status } from '../../parts/Status.tsx';
import { lookUp, resultOf, type Run } from '../../state/runs.ts';
import { Step } from './Step.tsx';

/** What leads an open result back to certainty: a button, each look-up, and the end. */
export function LookupSteps({ run, replayed }: { readonly run: Run; readonly replayed: boolean }): ReactNode {
  const result = resultOf(run);
  const told = run.events.filter(
    (event): event is LookupEvent | SettledEvent => event.kind === 'lookup' || event.kind === 'settled',
  );
  if (!result?.lookup || (result.status !== 'unknown' && result.status !== 'pending')) return null;
  return (
    <>
      {told.length === 0 && !replayed ? (
        <Step
          title="Look it up"
          says="The library’s settle only reads: it asks the provider what became of the payment, on a schedule, until the answer decides."
          mark="next"
        >
          <Lines lines={result.lookup} label="What it asks with" />
          <button type="button" className="primary" disabled={run.busy !== undefined} onClick={() => void lookUp(run)}>
            <Search aria-hidden size={16} />
            {run.busy === 'looking up' ? 'Looking it up…' : 'Look it up'}
          </button>
        </Step>
      ) : null}
      {told.map((event, i) =>
        event.kind === 'lookup' ? <Asked key={i} event={event} /> : <Ended key={i} event={event} />,
      )}
    </>
  );
}

function Asked({ event }: { readonly event: LookupEvent }): ReactNode {
  const { attempt, status, decides, checks, error } = event;
  return (
    <Step
      title={`Look-up ${attempt}`}
      says={decides ? 'The answer decides.' : (SAYS[status] ?? 'The answer does not decide.')}
      meta={<Status of={status} />}
    >
      <Checks checks={checks} caption={`Comparisons of look-up ${attempt}`} />
      {error ? <p className="aside">{error.message}</p> : null}
    </Step>
  );
}

const SAYS: Readonly<Record<string, string>> = {
  'not-found':
    'The provider knows no such payment now. That proves nothing by itself: a request may still be on its way.',
  undecidable: 'It answered, and its answer cannot tell what became of the capture.',
  unknown: 'The look-up itself failed.',
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
