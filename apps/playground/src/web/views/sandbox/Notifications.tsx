import { useState, type ReactNode } from 'react';
import type { DeliveryMode, ProviderInfo, SandboxNotification } from '../../../shared/api.ts';
import { BusyButton } from '../../parts/BusyButton.tsx';
import { Status } from '../../parts/Status.tsx';
import { useCatalog, useTitles } from '../../state/catalog.ts';
import { deliver } from '../../state/sandbox.ts';

const LABELS: Readonly<Record<DeliveryMode, string>> = {
  unchanged: 'Deliver',
  late: 'Deliver late',
  twice: 'Deliver twice',
  tampered: 'Tamper and deliver',
};
const MODES = Object.entries(LABELS) as [DeliveryMode, string][];

/** The signed notifications of the sandbox, which can be delivered to a receiver that verifies them. */
export function Notifications(props: {
  readonly notifications: readonly SandboxNotification[];
  readonly act: (job: Promise<unknown>) => void;
}): ReactNode {
  const { notifications, act } = props;
  const titleOf = useTitles();
  const senders = useCatalog().providers.filter(({ notifies }) => notifies);
  const [busy, setBusy] = useState(false);
  const send = (id: string, mode: DeliveryMode): void => {
    setBusy(true);
    act(deliver(id, mode).finally(() => setBusy(false)));
  };
  return (
    <section className="panel">
      <h2>Notifications</h2>
      <p className="aside">
        Deliver one to a receiver on this machine. The library verifies the signature of the raw body before it reads
        anything.
      </p>
      {notifications.length === 0 ? (
        <p className="empty">None yet. Providers that sign notifications: {senders.map(senderOf).join(', ')}.</p>
      ) : (
        <ul className="notifications">
          {notifications.toReversed().map(({ id, provider, captureId, state, deliveries }) => (
            <li key={id}>
              <p>
                <strong>{titleOf(provider)}</strong>: capture <code>{captureId}</code> is {state}
              </p>
              <div className="delivery-modes">
                {MODES.map(([mode, label]) => (
                  <BusyButton
                    key={mode}
                    className="quiet"
                    busy={busy}
                    aria-label={`${label}: notification of ${captureId}`}
                    onClick={() => send(id, mode)}
                  >
                    {label}
                  </BusyButton>
                ))}
              </div>
              <ol className="deliveries" aria-label="Deliveries" aria-live="polite">
                {deliveries.map(({ mode, verdict, description }, i) => (
                  <li key={i}>
                    <span className="aside">delivered {mode}</span> <Status of={verdict} /> <span>{description}</span>
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

/** A provider that sends a notification for every capture, or for one that names a URL. */
function senderOf({ title, fields, notificationField }: ProviderInfo): string {
  const field = fields.find(({ name }) => name === notificationField);
  return field ? `${title} (if “${field.label}” is filled in)` : title;
}
