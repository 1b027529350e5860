import type { LookupKey } from './contract/capabilities.ts';
import type { CapturedResult, CaptureResult, PendingResult } from './contract/result.ts';
import type { CaptureError } from './errors/capture-error.ts';

/**
 * Returns an accepted result (`captured` or `pending`) and throws the error of any other. For scripts; a shop should
 * switch over all five statuses.
 *
 * @throws `result.error`, a {@link CaptureError}, where the result is `declined`, `unsent` or `unknown`.
 * @example
 * ```ts
 * const { captureId } = acceptedOrThrow(await client.capture(request));
 * ```
 */
export function acceptedOrThrow<Id extends string, Key extends LookupKey>(
  result: CaptureResult<Id, Key>,
): CapturedResult<Id, Key> | PendingResult<Id, Key> {
  if (result.status === 'captured' || result.status === 'pending') return result;
  throw result.error satisfies CaptureError;
}
