import { useEffect, useState, type ReactNode } from 'react';

/** A request in progress: elapsed time, deadline and a button that aborts it. */
export function Progress({
  deadline,
  onStop,
}: {
  readonly deadline: number | undefined;
  /** `undefined` as long as there is nothing to abort. */
  readonly onStop: (() => void) | undefined;
}): ReactNode {
  const [elapsed, setElapsed] = useState(0);
  useEffect(() => {
    const started = performance.now();
    const timer = setInterval(() => setElapsed(performance.now() - started), 100);
    return () => clearInterval(timer);
  }, []);
  return (
    <div className="progress">
      <progress aria-label="Waiting for the response" value={Math.min(elapsed, deadline ?? 1)} max={deadline ?? 1} />
      {/* Hidden from screen readers, which would announce every tick. The bar has its own label. */}
      <span aria-hidden>
        Waiting for the response, {(elapsed / 1000).toFixed(1)} s
        {deadline === undefined ? '' : ` of at most ${(deadline / 1000).toFixed(0)} s`}
      </span>
      <button type="button" className="quiet" aria-disabled={!onStop} onClick={onStop}>
        Stop waiting
      </button>
    </div>
  );
}
