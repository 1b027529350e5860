import { ERROR_CODES, type ErrorCode } from '@capture/core';
import type { StoredOperation } from '../contract/store.ts';
import type { Settings } from './context.ts';

const FIRST_DELAY = 1000;
const LONGEST_DELAY = 5 * 60_000;

/** Milliseconds before the next attempt, by the number of attempts so far: doubled each time. */
export function attemptDelay(attempts: number): number {
  return Math.min(FIRST_DELAY * 2 ** Math.max(0, attempts - 1), LONGEST_DELAY);
}

/** True for the refusals of credentials: the same request is accepted as soon as they are right. */
export function isCredentials(code: ErrorCode): boolean {
  return ERROR_CODES[code].category === 'credentials';
}

/** True for the refusals that are about no payment: of the credentials or of the rate. They executed nothing. */
export function isAboutAccount(code: ErrorCode): boolean {
  return isCredentials(code) || code === 'rate_limited';
}

/** True where another call of the caller sends an `unsent` operation again. */
export function maySendAgain({ attempts, reason }: StoredOperation, settings: Settings): boolean {
  const wasRefusedUnread = reason?.code === 'credentials_rejected' || reason?.code === 'signature_rejected';
  return attempts < settings.attempts || wasRefusedUnread || reason?.code === 'rate_limited';
}
