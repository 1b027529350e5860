import assert from 'node:assert/strict';
import {
  CaptureError,
  InvalidOptionsError,
  InvalidRequestError,
  type CaptureResult,
  type ErrorCode,
} from '@capture/core';

/** The result says that money may have moved, and carries what that needs. */
export function assertUnknown(
  result: CaptureResult,
  what = 'the outcome',
): asserts result is CaptureResult & { status: 'unknown' } {
  assert.equal(result.status, 'unknown', `${what} must be unknown`);
  assert.ok(CaptureError.is(result.error), 'an unknown result carries a CaptureError');
  assert.equal(result.error.moneyMoved, 'unknown');
  assert.equal(result.error.retriable, false, 'nothing that may have moved money is retriable');
}

/** The result says that nothing left. */
export function assertUnsent(result: CaptureResult): void {
  assert.equal(result.status, 'unsent', 'no byte of the request was written: it must be unsent');
  assert.equal(result.error.moneyMoved, 'no');
}

/** The result says that the provider refused, for this reason. */
export function assertDeclined(result: CaptureResult, code: ErrorCode): void {
  assert.equal(result.status, 'declined', 'a clear refusal must be declined');
  assert.ok(CaptureError.is(result.error), 'a declined result carries a CaptureError');
  assert.equal(result.error.code, code);
  assert.equal(result.error.moneyMoved, 'no');
}

/** Runs what must be refused as the caller's own mistake, and gives the error. */
export async function rejectionOf(action: () => unknown): Promise<InvalidRequestError | InvalidOptionsError> {
  let thrown: unknown;
  try {
    await action();
  } catch (error) {
    thrown = error;
  }
  assert.ok(thrown !== undefined, 'it must be refused');
  assert.ok(
    InvalidRequestError.is(thrown) || InvalidOptionsError.is(thrown),
    'it must be refused with InvalidRequestError or InvalidOptionsError',
  );
  return thrown;
}

/** The error names this path, or something in or around it. */
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
