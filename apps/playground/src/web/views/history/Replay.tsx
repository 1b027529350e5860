import { useEffect, useState, type ReactNode } from 'react';
import { Timeline } from '../../timeline/Timeline.tsx';
import { Boundary } from './Boundary.tsx';
import { closeReplay, REPLAY_ID, type Replayed } from './replayed.ts';

const STEP_DELAY = 350;

/** Shows the steps of a run one after the other. */
export function Replay({ run, opening }: Replayed): ReactNode {
  return (
    <section className="replay panel" aria-label="Replay" id={REPLAY_ID} tabIndex={-1}>
      <button type="button" className="quiet" onClick={closeReplay}>
        Close replay
      </button>
      <Boundary key={opening}>
        <Steps run={run} />
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
