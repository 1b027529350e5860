import type { ReactNode } from 'react';
import { BusyButton } from '../parts/BusyButton.tsx';
import { lookUp, type Run } from '../state/runs.ts';

/** Looks up the outcome of a run. */
export function LookupButton(props: {
  readonly run: Run;
  /** The accessible name, where several buttons have the same text. */
  readonly label?: string;
  readonly onEnd?: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const { run, label, onEnd, children } = props;
  return (
    <BusyButton
      className="primary"
      busy={run.busy !== undefined}
      aria-label={label}
      onClick={() => void lookUp(run).then(onEnd)}
    >
      {children}
    </BusyButton>
  );
}
