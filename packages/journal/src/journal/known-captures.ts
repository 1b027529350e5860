import type { LookupKeys } from '@capture/core';
import type { StoredOperation } from '../contract/store.ts';
import type { Account, Context } from './context.ts';

/** The other captures under the keys of an operation, as far as they are known. */
export interface KnownCaptures {
  /** The provider's ids of all of them; `undefined` where one may be missing: no list is better than a wrong one. */
  readonly ids: readonly string[] | undefined;
  /** The ids that the journal knows, complete or not. */
  readonly seen: readonly string[];
  /** True where another operation under these keys may have captured, under an id that nothing stated. */
  readonly hasDoubtful: boolean;
  /** True where another operation under these keys was declined, under an id that nothing stated. */
  readonly hasUnnamedDecline: boolean;
}

/** What is known where no other operation can have the keys of this one. */
const ALONE: KnownCaptures = { ids: [], seen: [], hasDoubtful: false, hasUnnamedDecline: false };

/** Finds the other captures under the keys of an operation. */
export async function knownCaptures(
  { store, settings }: Pick<Context, 'store' | 'settings'>,
  { client: { capabilities } }: Account,
  operation: StoredOperation,
): Promise<KnownCaptures> {
  const { reference, given, knownCaptureIds } = operation;
  const isUnique = reference !== undefined && capabilities.uniqueKeys.includes('reference');
  const isGenerated = reference !== undefined && !given.includes('reference');
  if (isUnique && isGenerated) return ALONE;
  const siblings = await store.siblings(operation);
  // A lookup by a unique reference finds nothing of another reference, whatever authorization it has.
  const sharing = isUnique ? siblings.filter((sibling) => sibling.reference === reference) : siblings;
  const unnamed = sharing.filter(({ captureId }) => captureId === undefined);
  const hasDoubtful = unnamed.some(mayHaveCaptured);
  const seen = siblings.flatMap(({ captureId }) => captureId ?? []);
  const knowsOthers = knownCaptureIds !== undefined || isGenerated || !settings.capturesElsewhere;
  return {
    ids: knowsOthers && !hasDoubtful ? [...new Set([...(knownCaptureIds ?? []), ...seen])] : undefined,
    seen,
    hasDoubtful,
    hasUnnamedDecline: unnamed.some(({ state }) => state === 'declined'),
  };
}

function mayHaveCaptured({ state }: StoredOperation): boolean {
  return state === 'sending' || state === 'pending' || state === 'unknown' || state === 'captured';
}

/** The keys to look an operation up with. */
export function lookupKeysOf(
  { reference, authorizationId, captureId, amount }: StoredOperation,
  knownCaptureIds: readonly string[] | undefined,
): LookupKeys {
  return {
    ...(reference !== undefined && { reference }),
    ...(authorizationId !== undefined && { authorizationId }),
    ...(captureId !== undefined && { captureId }),
    amount: { ...amount },
    ...(knownCaptureIds && { knownCaptureIds: knownCaptureIds.filter((id) => id !== captureId) }),
  };
}
