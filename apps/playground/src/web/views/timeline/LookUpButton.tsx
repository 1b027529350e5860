import type { ReactNode } from 'react';
import { lookUp, type Run } from '../../state/runs.ts';

/** Asks the provider what became of a run. While something is under way it keeps the focus, and does nothing. */
export function LookUpButton({ run, children }: { readonly run: Run; readonly children: ReactNode }): ReactNode {
  const busy = run.busy !== undefined;
  return (
    <button
      type="button"
      className="primary"
      aria-disabled={busy}
      onClick={() => (busy ? undefined : void lookUp(run))}
    >
      {children}
    </button>
  );
}
