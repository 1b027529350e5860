import type { ReactNode } from 'react';
import type { ProviderInfo } from '../../../shared/api.ts';
import { BusyButton } from '../../parts/BusyButton.tsx';
import { captureForm } from '../../state/capture-form.ts';
import { useStore } from '../../state/store.ts';
import { Repetition } from './Repetition.tsx';
import { NOT_CONFIRMED, SEND } from './send.ts';
import './send-row.css';

/** The send button, and the reason that nothing was sent. */
export function SendRow({ busy, provider }: { readonly busy: boolean; readonly provider: ProviderInfo }): ReactNode {
  const { target, refusal } = useStore(captureForm);
  // A missing confirmation is shown at its own field.
  const error = refusal && refusal.code !== NOT_CONFIRMED ? refusal.message : undefined;
  return (
    <div className="send">
      <BusyButton
        id={SEND}
        type="submit"
        className="primary"
        busy={busy}
        aria-describedby={error === undefined ? undefined : 'error-send'}
      >
        {busy ? 'Sending…' : target === 'live' ? 'Capture real money' : 'Send capture'}
      </BusyButton>
      <span className="hint">
        <kbd>Ctrl</kbd> or <kbd>⌘</kbd> + <kbd>Enter</kbd>
      </span>
      <Repetition provider={provider} busy={busy} />
      {error === undefined ? null : (
        <p className="error" role="alert" id="error-send">
          {error}
        </p>
      )}
    </div>
  );
}
