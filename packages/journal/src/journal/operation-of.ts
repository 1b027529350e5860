import type { Operation } from '../contract/operation.ts';
import type { StoredOperation } from '../contract/store.ts';

/** The operation of a store as its caller sees it: plain data, a copy, without the request and the tokens. */
export function operationOf(stored: StoredOperation): Operation {
  const { decision, decidedAt, updatedAt, nextLookupAt } = stored;
  return {
    id: stored.id,
    account: stored.account,
    key: stored.key,
    state: stored.state,
    amount: { ...stored.amount },
    reference: stored.reference,
    authorizationId: stored.authorizationId,
    captureId: stored.captureId,
    reason: stored.reason && { ...stored.reason },
    attempts: stored.attempts,
    lookups: stored.lookups,
    nextLookupAt: nextLookupAt === undefined ? undefined : isoTime(nextLookupAt),
    needsDecision: stored.needsDecision,
    evidence: stored.evidence && structuredClone(stored.evidence),
    decision: decision && { ...decision, at: isoTime(decidedAt ?? updatedAt) },
    repeats: stored.repeats,
    recordedAt: isoTime(stored.recordedAt),
    updatedAt: isoTime(updatedAt),
  };
}

/** ISO 8601 in UTC. */
export function isoTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
