import type { LookupKey } from './contract/capabilities.ts';
import type { CapturedResult, CaptureResult, PendingResult } from './contract/result.ts';
import type { CaptureError } from './errors/capture-error.ts';

/** The result if the provider accepted the capture (`captured` or `pending`); throws `result.error` otherwise. For scripts; a shop should switch over all five. */
export function orThrow<Id extends string, Key extends LookupKey>(
  result: CaptureResult<Id, Key>,
): CapturedResult<Id, Key> | PendingResult<Id, Key> {
  if (result.status === 'captured' || result.status === 'pending') return result;
  throw result.error satisfies CaptureError;
}
