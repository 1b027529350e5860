import { runs } from '../state/runs.ts';

/**
 * Has the browser confirm before the page is left during a capture: its result would be lost, and the money might move.
 * Returns a function that removes the guard.
 */
export function guardLeaving(): () => void {
  const confirm = (event: BeforeUnloadEvent): void => {
    if (runs.get().some(({ busy }) => busy !== undefined)) event.preventDefault();
  };
  addEventListener('beforeunload', confirm);
  return () => removeEventListener('beforeunload', confirm);
}
