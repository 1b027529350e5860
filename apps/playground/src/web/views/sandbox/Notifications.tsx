import { useState, type ReactNode } from 'react';
import type { DeliveryMode, SandboxNotification } from '../../../shared/api.ts';
import { BusyButton } from '../../parts/BusyButton.tsx';
import { Status } from '../../parts/Status.tsx';
import { useTitles } from '../../state/catalog.ts';
import { deliver } from '../../state/sandbox.ts';

const MODES: readonly DeliveryMode[] = ['unchanged', 'late', 'twice', 'tampered'];

/** Signed notifications, sent as often and as badly as one likes to a receiver that lets the library judge them. */
export function Notifications(props: {
  readonly notifications: readonly SandboxNotification[];
  readonly act: (job: Promise<unknown>) => void;
}): ReactNode {
  const { notifications, act } = props;
  const titleOf = useTitles();
  const [busy, setBusy] = useState(false);
  const send = (id: string, mode: DeliveryMode): void => {
    setBusy(true);
    act(deliver(id, mode).finally(() => setBusy(false)));
  };
  return (
    <section className="panel">
      <h2>Notifications</h2>
      <p className="aside">
        Send one to a receiver on this machine and see how the library judges the bytes that arrive. It verifies the
        signature before it reads anything.
      </p>
      {notifications.length === 0 ? (
        <p className="empty">
          None yet. freepayment.online makes one for every capture, Pockyt for a capture with a notification address.
          The others have none that can be verified.
        </p>
      ) : (
        <ul className="notifications">
          {notifications.toReversed().map(({ id, provider, captureId, state, deliveries }) => (
            <li key={id}>
              <p>
                <strong>{titleOf(provider)}</strong> tells that <code>{captureId}</code> is {state}
              </p>
              <div className="delivery-modes">
                {MODES.map((mode) => (
                  <BusyButton
                    key={mode}
                    className="quiet"
                    busy={busy}
                    aria-label={`Send the notification of ${captureId} ${mode}`}
                    onClick={() => send(id, mode)}
                  >
                    {mode}
                  </BusyButton>
                ))}
              </div>
              <ol className="deliveries" aria-label="Deliveries" aria-live="polite">
                {deliveries.map(({ mode, verdict, description }, i) => (
                  <li key={i}>
                    <span className="aside">sent {mode}</span> <Status of={verdict} /> <span>{description}</span>
                  </li>
                ))}
              </ol>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
