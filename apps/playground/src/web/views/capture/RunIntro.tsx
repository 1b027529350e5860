import { useState, type ReactNode } from 'react';
import { BusyButton } from '../../parts/BusyButton.tsx';

const STEPS = [
  ['Checked', 'your request, against the provider’s rules'],
  ['Translated', 'into the provider’s field names'],
  ['Signed', 'field by field, if the provider requires a signature'],
  ['Sent', 'exactly once, never retried'],
  ['Response', 'the raw response, if one arrives'],
  ['Verdict', 'with every comparison behind it'],
] as const;

/** The steps of a capture, shown before the first run. */
export function RunIntro({ onTry }: { readonly onTry: () => Promise<void> }): ReactNode {
  const [busy, setBusy] = useState(false);
  const run = (): void => {
    setBusy(true);
    void onTry().finally(() => setBusy(false));
  };
  return (
    <div className="run-intro">
      <h2>Steps of a capture</h2>
      <ol>
        {STEPS.map(([step, description]) => (
          <li key={step}>
            <strong>{step}</strong> {description}
          </li>
        ))}
      </ol>
      <p>The worst case first: the provider captures the money, and its response is lost.</p>
      <BusyButton className="quiet" busy={busy} onClick={run}>
        Lose a response
      </BusyButton>
    </div>
  );
}
