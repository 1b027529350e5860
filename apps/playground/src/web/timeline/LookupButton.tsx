import type { ReactNode } from 'react';
import { BusyButton } from '../parts/BusyButton.tsx';
import { lookUp, type Run } from '../state/runs.ts';

/** Looks up the outcome of a run. */
export function LookupButton({ run, children }: { readonly run: Run; readonly children: ReactNode }): ReactNode {
  return (
    <BusyButton className="primary" busy={run.busy !== undefined} onClick={() => void lookUp(run)}>
      {children}
    </BusyButton>
  );
}
