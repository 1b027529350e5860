import { runs } from '../state/runs.ts';

/** Asks before the page is left while a capture is under way: its result would be lost, and the money might not. Gives back what ends it. */
export function guardLeaving(): () => void {
  const ask = (event: BeforeUnloadEvent): void => {
    if (runs.get().some(({ busy }) => busy !== undefined)) event.preventDefault();
  };
  addEventListener('beforeunload', ask);
  return () => removeEventListener('beforeunload', ask);
}
