import { type CaptureResult, InvalidRequestError, type PreparedRequest } from '@capture/core';
import type { StoredOperation } from '../contract/store.ts';
import type { Claimed } from './claim.ts';
import type { Account, Context } from './context.ts';
import { knownCaptures } from './known-captures.ts';
import { leaseHolds } from './lease.ts';
import {
  type Attempt,
  executedNothing,
  type Outcome,
  outcomeOfFailure,
  outcomeOfResult,
  type Repetition,
} from './outcome-of-result.ts';
import { refusedRequest } from './reason-of.ts';
import { recordOutcome } from './record-outcome.ts';

/** The options of one attempt. */
export interface SendOptions {
  readonly repetition: Repetition;
  /** Stops it, if its first byte did not leave yet. */
  readonly signal?: AbortSignal | undefined;
  readonly timeout?: number | undefined;
}

/** The end of one attempt. */
export interface Sent {
  readonly operation: StoredOperation;
  /** Absent where the client gave none. */
  readonly result: CaptureResult | undefined;
}

/**
 * Sends a claimed operation, once, and records the outcome. Called at most once for each claim: this is the only place
 * from which anything is captured.
 */
export async function sendOperation(
  context: Context,
  account: Account,
  claimed: Claimed,
  prepared: PreparedRequest,
  { repetition, signal, timeout }: SendOptions,
): Promise<Sent> {
  const { clock, settings } = context;
  const { operation, since } = claimed;
  const attempt = { operation, account, settings, repetition };
  // Without a list there is only more doubt, so a store that fails here stops nothing.
  const known = await knownCaptures(context, account, operation).catch(() => undefined);
  const lastCheck = (): boolean => !signal?.aborted && leaseHolds(clock, since, settings.lease);
  const [result, outcome] = await captured(
    () =>
      account.client.capture(prepared, {
        lastCheck,
        ...(known?.ids && { knownCaptureIds: known.ids }),
        ...(timeout !== undefined && { timeout }),
      }),
    attempt,
  );
  return { operation: await recordOutcome(context, claimed, outcome), result };
}

async function captured(
  send: () => Promise<CaptureResult>,
  attempt: Attempt,
): Promise<readonly [CaptureResult | undefined, Outcome]> {
  try {
    const result = await send();
    return [result, outcomeOfResult(result, attempt)];
  } catch (error) {
    // Core throws this one before anything is sent. Anything else breaks its contract, and proves nothing.
    const outcome = InvalidRequestError.is(error)
      ? executedNothing(refusedRequest(error), { ...attempt, repetition: 'by-caller' })
      : outcomeOfFailure(attempt);
    return [undefined, outcome];
  }
}
