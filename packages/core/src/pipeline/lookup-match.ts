import type { Capabilities } from '../contract/capabilities.ts';
import type { LookupCandidate } from '../contract/lookup-result.ts';
import type { LookupKeys } from '../contract/result.ts';
import type { FoundCapture } from '../provider/verdict.ts';
import type { Redactor } from '../secrets/redaction.ts';
import { reportedMoney, type Accepted, type Refused } from './conclude.ts';

/**
 * True where the capture that a lookup found cannot be another one with the same keys. Its id proves it. A unique
 * reference proves it for an acceptance, since a provider accepts it once, but a refusal may be that of an earlier
 * attempt. Any other key is shared, so all other captures have to be known.
 */
export function isThisCapture(
  { status, captureId }: Accepted | Refused,
  keys: LookupKeys,
  { uniqueKeys }: Capabilities,
): boolean {
  if (keys.captureId !== undefined) return captureId === keys.captureId;
  const { knownCaptureIds: others } = keys;
  if (others?.length === 0) return true;
  if (captureId !== undefined && others !== undefined) return !others.includes(captureId);
  const isUnique = uniqueKeys.some((key) => keys[key] !== undefined);
  return isUnique && status !== 'declined' && others === undefined;
}

/** The captures of an undecided lookup, for a person. What cannot be shown or names no id is left out. */
export function candidatesOf(found: readonly FoundCapture[], redactor: Redactor): LookupCandidate[] {
  return found.flatMap(({ captureId, status, reported, providerTime }) =>
    captureId === undefined || redactor.holdsSecret(captureId)
      ? []
      : [
          {
            captureId,
            status,
            reportedAmount: reportedMoney(reported, redactor.holdsSecret),
            providerTime: redactor.value(providerTime),
          },
        ],
  );
}
