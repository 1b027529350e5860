import { useLayoutEffect, useRef, type ReactNode } from 'react';
import type { Problem } from '../../shared/api.ts';
import { sessionProblem } from '../state/session.ts';
import { SignIn } from './SignIn.tsx';

/**
 * Requests the address over the views, if the process was restarted while the page was open. The dialog can be closed
 * to look at the views.
 */
export function SignInDialog({ problem }: { readonly problem: Problem }): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // Only a closed dialog returns the focus; a removed one does not.
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="sign-in"
      aria-labelledby="sign-in-title"
      onCancel={() => sessionProblem.set(undefined)}
    >
      <SignIn problem={problem} />
    </dialog>
  );
}
