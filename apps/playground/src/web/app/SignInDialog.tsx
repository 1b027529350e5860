import { useLayoutEffect, useRef, type ReactNode } from 'react';
import type { Problem } from '../../shared/api.ts';
import { sessionProblem } from '../state/session.ts';
import { SignIn } from './SignIn.tsx';

/** The same over the views, where the process was started again under an open page. It can be closed to look at what is there. */
export function SignInDialog({ problem }: { readonly problem: Problem }): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // Closed, and not only taken away, it gives the focus back to where it was.
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
