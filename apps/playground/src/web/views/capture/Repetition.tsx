import type { ReactNode } from 'react';
import type { ProviderInfo } from '../../../shared/api.ts';
import { captureForm } from '../../state/capture-form.ts';
import { useStore } from '../../state/store.ts';
import { sendAgain } from './send.ts';

/** A note beside the send button: the form differs from the last request, or may repeat an earlier one. */
export function Repetition({ provider, busy }: { readonly provider: ProviderInfo; readonly busy: boolean }): ReactNode {
  const { repetition, target } = useStore(captureForm);
  if (repetition?.provider !== provider.id) return null;
  if (repetition.kind === 'possible')
    return (
      <p className="repetition" role="status" data-kind="possible">
        This request may have moved money already. Look up its outcome before you send it again.
      </p>
    );
  const { sent } = repetition;
  return (
    <p className="repetition" role="status">
      The next capture uses a different {provider.capabilities.captures === 'card' ? 'reference' : 'authorization'}.{' '}
      {target === 'sandbox' ? (
        <button
          type="button"
          className="link"
          aria-disabled={busy}
          onClick={() => !busy && void sendAgain(provider, sent)}
        >
          Send the same again
        </button>
      ) : null}
    </p>
  );
}
