import { lookupDelay, type LookupKeys, type LookupResult } from '@capture/core';
import type { Change, Json, StoredOperation } from '../contract/store.ts';
import type { Account, Settings } from './context.ts';
import { evidenceOf } from './evidence-of.ts';
import type { KnownCaptures } from './known-captures.ts';
import { LOOKUP_IMPOSSIBLE, reasonOf } from './reason-of.ts';

/** A change that a lookup makes. */
export type LookupChange = Pick<Change, 'by' | 'to' | 'set' | 'nextLookupIn' | 'event'>;

/** The circumstances of a lookup. */
export interface LookupContext {
  readonly operation: StoredOperation;
  readonly account: Account;
  readonly settings: Settings;
  /** True where a later lookup may decide. */
  readonly canDecide: boolean;
}

/**
 * Believes what a lookup found only where it cannot be the capture of another operation. Its own capture id proves it;
 * any other key may be shared with an operation whose capture has no known id, or that was sent while this looked.
 */
export function believed(lookup: LookupResult, known: KnownCaptures): LookupResult {
  const { keys, captureId, status, reportedAmount, providerTime } = lookup;
  if (keys.captureId !== undefined) return lookup;
  const isOther = captureId !== undefined && known.seen.includes(captureId);
  const isDoubtful = known.hasDoubtful || (status === 'declined' && known.hasUnnamedDecline);
  if (!isOther && !isDoubtful) return lookup;
  const found = status === 'captured' || status === 'pending' || status === 'declined' ? status : 'unknown';
  const candidates =
    captureId === undefined ? [] : [{ captureId, status: found, reportedAmount, providerTime } as const];
  return { ...lookup, status: 'undecidable', decides: false, captureId: undefined, candidates };
}

/** The change that a lookup makes. Only a result that decides makes an operation final; the rest is counted. */
export function changeOfLookup(
  lookup: LookupResult,
  { operation, account, settings, canDecide }: LookupContext,
): LookupChange {
  const { status, decides, captureId = operation.captureId, errorData } = lookup;
  const lookups = operation.lookups + 1;
  const code = errorData?.code ?? null;
  const details = {
    status,
    code,
    httpStatus: lookup.httpStatus ?? null,
    captureId: captureId ?? null,
    lookup: lookups,
  };
  if (decides && (status === 'captured' || status === 'declined')) {
    const reason = status === 'declined' && errorData ? reasonOf(errorData) : undefined;
    const set = { captureId, lookups, reason, needsDecision: false, evidence: undefined };
    return { by: 'lookup', to: status, set, nextLookupIn: null, event: { type: 'state', details } };
  }
  const isPending = status === 'pending';
  const delay = canDecide || isPending ? lookupDelay(lookups, settings.delays) : undefined;
  const isOpen = delay === undefined || lookup.candidates.length > 0 || !(canDecide || isPending);
  // Only a lookup that decides takes the operation back from the person who may be at it.
  const needsDecision = operation.needsDecision || isOpen;
  // A lookup that failed found nothing, and takes nothing away from what an earlier one found.
  const found = status === 'unknown' ? operation.evidence : undefined;
  const evidence = found ?? evidenceOf(account.client.provider, lookup.keys, lookup);
  const becomesPending = isPending && operation.state === 'unknown';
  const isNews = needsDecision && !operation.needsDecision;
  return {
    by: 'lookup',
    to: becomesPending ? 'pending' : undefined,
    set: { lookups, needsDecision, evidence, ...(isPending && { captureId, reason: undefined }) },
    nextLookupIn: delay ?? null,
    event: {
      type: becomesPending ? 'state' : isNews ? 'needs-decision' : 'lookup',
      details: { ...details, needsDecision },
    },
  };
}

/** The change where the provider takes no lookup by these keys: only a person decides. */
export function impossibleLookup({ client }: Account, operation: StoredOperation, keys: LookupKeys): LookupChange {
  const reason = operation.reason ?? LOOKUP_IMPOSSIBLE;
  const evidence = operation.evidence ?? evidenceOf(client.provider, keys);
  const details: Record<string, Json> = { code: LOOKUP_IMPOSSIBLE.code };
  return {
    by: 'lookup',
    set: { needsDecision: true, evidence, reason },
    nextLookupIn: null,
    event: { type: 'needs-decision', details },
  };
}
