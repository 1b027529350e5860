import { useState, type ReactNode } from 'react';
import type { SandboxCapture } from '../../../shared/api.ts';
import { BusyButton } from '../../parts/BusyButton.tsx';
import { focusAfterRender } from '../../parts/focus-after-render.ts';
import { Status } from '../../parts/Status.tsx';
import { completePending } from '../../state/sandbox.ts';

/** The state of a capture, and buttons that end a pending one. */
export function CaptureState({
  capture: { provider, captureId, state },
  act,
}: {
  readonly capture: SandboxCapture;
  readonly act: (job: Promise<unknown>) => void;
}): ReactNode {
  const [busy, setBusy] = useState(false);
  const id = `state-of-${provider}-${captureId}`;
  const complete = async (end: 'captured' | 'declined'): Promise<void> => {
    setBusy(true);
    try {
      await completePending(provider, captureId, end);
      // The buttons have disappeared; the new state is shown here.
      focusAfterRender(() => document.getElementById(id));
    } finally {
      setBusy(false);
    }
  };
  return (
    <td id={id} tabIndex={-1}>
      <Status of={state} />
      {state === 'pending' ? (
        <span className="completion">
          {(['captured', 'declined'] as const).map((end) => (
            <BusyButton key={end} className="link" busy={busy} onClick={() => act(complete(end))}>
              {end === 'captured' ? 'Complete' : 'Decline'}
            </BusyButton>
          ))}
        </span>
      ) : null}
    </td>
  );
}
