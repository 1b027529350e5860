import { useEffect, useState, type ReactNode } from 'react';

/** A request under way: how long it takes, against how long it may, and a way out. */
export function Progress({
  deadline,
  onStop,
}: {
  readonly deadline: number | undefined;
  readonly onStop: () => void;
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
      <span>
        Waiting for the answer, {(passed / 1000).toFixed(1)} s
        {deadline === undefined ? '' : ` of at most ${(deadline / 1000).toFixed(0)} s`}
      </span>
      <button type="button" className="quiet" onClick={onStop}>
        Stop waiting
      </button>
    </div>
  );
}
