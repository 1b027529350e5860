import assert from 'node:assert/strict';
import {
  CaptureError,
  InvalidOptionsError,
  InvalidRequestError,
  type CaptureResult,
  type ErrorCode,
} from '@capture/core';

/** The result is unknown: money may have been moved. */
export function assertUnknown(
  result: CaptureResult,
  what = 'the outcome',
): asserts result is CaptureResult & { status: 'unknown' } {
  assert.equal(result.status, 'unknown', `${what} must be unknown`);
  assert.ok(CaptureError.is(result.error), 'an unknown result carries a CaptureError');
  assert.equal(result.error.moneyMoved, 'unknown');
  assert.equal(result.error.retriable, false, 'a capture that may have moved money is not retriable');
}

/** The result is unsent: no money was moved. */
export function assertUnsent(result: CaptureResult): void {
  assert.equal(result.status, 'unsent', 'the request was not sent: the result must be unsent');
  assert.equal(result.error.moneyMoved, 'no');
}

/** The result is declined for this reason: no money was moved. */
export function assertDeclined(result: CaptureResult, code: ErrorCode): void {
  assert.equal(result.status, 'declined', 'a clear refusal must be declined');
  assert.ok(CaptureError.is(result.error), 'a declined result carries a CaptureError');
  assert.equal(result.error.code, code);
  assert.equal(result.error.moneyMoved, 'no');
}

/** The error of an action that must be rejected as a mistake of the caller. */
export async function rejectionOf(action: () => unknown): Promise<InvalidRequestError | InvalidOptionsError> {
  let thrown: unknown;
  try {
    await action();
  } catch (error) {
    thrown = error;
  }
  assert.ok(thrown !== undefined, 'the call must be rejected');
  assert.ok(
    InvalidRequestError.is(thrown) || InvalidOptionsError.is(thrown),
    'the call must be rejected with InvalidRequestError or InvalidOptionsError',
  );
  return thrown;
}

/** The error names this path, or one in or around it. */
export function assertNamesPath(error: InvalidRequestError | InvalidOptionsError, path: string): void {
  const paths = error.issues.map((issue) => issue.path);
  const names = paths.some(
    (named) => named === path || named === '' || path.startsWith(`${named}.`) || named.startsWith(`${path}.`),
  );
  assert.ok(names, `the error must name ${path}; it names ${paths.join(', ')}`);
  assert.ok(
    error.issues.every(({ rule }) => rule !== ''),
    'the error must name the rule',
  );
}
