import { useEffect, useState, type ReactNode } from 'react';

/** A request under way: how long it takes, against how long it may, and a way out. */
export function Progress({
  deadline,
  onStop,
}: {
  readonly deadline: number | undefined;
  /** Absent as long as there is nothing yet that could be stopped. */
  readonly onStop: (() => void) | undefined;
}): ReactNode {
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    const started = performance.now();
    const timer = setInterval(() => setPassed(performance.now() - started), 100);
    return () => clearInterval(timer);
  }, []);
  return (
    <div className="progress">
      <progress aria-label="Waiting for the answer" value={Math.min(passed, deadline ?? 1)} max={deadline ?? 1} />
      {/* It ticks: read aloud, it would drown everything else. The bar has a name of its own. */}
      <span aria-hidden>
        Waiting for the answer, {(passed / 1000).toFixed(1)} s
        {deadline === undefined ? '' : ` of at most ${(deadline / 1000).toFixed(0)} s`}
      </span>
      <button type="button" className="quiet" aria-disabled={!onStop} onClick={onStop}>
        Stop waiting
      </button>
    </div>
  );
}
