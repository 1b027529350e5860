import type { Accounts } from '../contract/accounts.ts';
import type { JournalOptions } from '../contract/journal.ts';
import type { Context } from './context.ts';
import { isoTime, operationOf } from './operation-of.ts';

/** Reports changes to the caller's function, as copies. What it throws, or a promise of it rejects with, is ignored. */
export function reportEvents(onEvent: JournalOptions<Accounts>['onEvent']): Context['report'] {
  return (event, operation) => {
    if (!onEvent) return;
    try {
      const at = isoTime(operation.updatedAt);
      const copy = structuredClone({ ...event, operationId: operation.id, at });
      const observe: (...seen: Parameters<NonNullable<typeof onEvent>>) => unknown = onEvent;
      const returned = observe(copy, operationOf(operation));
      if (returned instanceof Promise) returned.catch(() => undefined);
    } catch {
      // An observer changes nothing.
    }
  };
}
