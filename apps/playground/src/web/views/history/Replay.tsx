import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Run } from '../../state/runs.ts';
import { Timeline } from '../timeline/Timeline.tsx';
import { Boundary } from './Boundary.tsx';

const PACE = 350;

/** Shows the steps of a run again, one after the other. */
export function Replay({ run, onClose }: { readonly run: Run; readonly onClose: () => void }): ReactNode {
  const atOnce = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const [progress, setProgress] = useState({ run, count: atOnce ? run.events.length : 1 });
  // Another run starts from its beginning.
  if (progress.run !== run) setProgress({ run, count: atOnce ? run.events.length : 1 });
  const { count } = progress;
  const heading = useRef<HTMLElement>(null);
  useEffect(() => {
    // Browsers give a promise back, which React would take for the effect's clean-up.
    heading.current?.scrollIntoView();
  }, [run]);
  useEffect(() => {
    if (count >= run.events.length) return;
    const timer = setTimeout(() => setProgress({ run, count: count + 1 }), PACE);
    return () => clearTimeout(timer);
  }, [run, count]);
  return (
    <section className="replay panel" aria-label="Replay" ref={heading}>
      <button type="button" className="quiet" onClick={onClose}>
        Close the replay
      </button>
      <Boundary key={run.at.toISOString()}>
        <Timeline run={{ ...run, events: run.events.slice(0, count), busy: undefined }} replayed />
      </Boundary>
    </section>
  );
}
