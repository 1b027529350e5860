import { useEffect, useState, type ReactNode } from 'react';
import { focusAfterRender, lostFocus } from '../../parts/focus-after-render.ts';
import { runs } from '../../state/runs.ts';
import { useStore } from '../../state/store.ts';
import { canLookUp } from '../../state/verdict.ts';
import { LookupButton } from '../../timeline/LookupButton.tsx';
import { Timeline } from '../../timeline/Timeline.tsx';
import { Boundary } from './Boundary.tsx';
import { closeReplay, REPLAY_ID, type Replayed } from './replayed.ts';

const focusReplay = (): void => focusAfterRender(() => lostFocus() && document.getElementById(REPLAY_ID));

const STEP_DELAY = 350;

/** Shows the steps of a run one after the other. */
export function Replay({ run, opening }: Replayed): ReactNode {
  // A run of this page is still looked up here; a transcript is not: its server may be another one.
  const own = useStore(runs).find(({ key }) => key === run.key);
  return (
    <section className="replay panel" aria-label="Replay" id={REPLAY_ID} tabIndex={-1}>
      <button type="button" className="quiet" onClick={closeReplay}>
        Close replay
      </button>
      <Boundary key={opening}>
        {own && canLookUp(own) ? (
          <p>
            <LookupButton run={own} label="Look up outcome of the replayed run" onEnd={focusReplay}>
              {own.busy === 'looking up' ? 'Looking up…' : 'Look up outcome'}
            </LookupButton>
          </p>
        ) : null}
        <Steps run={own ?? run} />
      </Boundary>
    </section>
  );
}

function Steps({ run }: Pick<Replayed, 'run'>): ReactNode {
  const atOnce = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const [count, setCount] = useState(atOnce ? run.events.length : 1);
  useEffect(() => {
    if (count >= run.events.length) return;
    const timer = setTimeout(() => setCount(count + 1), STEP_DELAY);
    return () => clearTimeout(timer);
  }, [run, count]);
  return <Timeline run={{ ...run, events: run.events.slice(0, count), busy: undefined }} replayed />;
}
