import { expect, test } from 'vitest';
import { UnknownOutcomeError } from './errors/capture-error.ts';
import type { CaptureResult } from './contract/result.ts';
import { acceptedOrThrow } from './accepted-or-throw.ts';

const of = (result: object) => acceptedOrThrow(result as CaptureResult);

test.each(['captured', 'pending'])('a result that is %s is returned unchanged', (status) => {
  const result = { status, captureId: 'C-1' };
  expect(of(result)).toBe(result);
});

test.each(['declined', 'unsent', 'unknown'])('a result that is %s throws its error', (status) => {
  const error = new UnknownOutcomeError({ provider: 'toy', code: 'timeout' });
  expect(() => of({ status, error })).toThrow(error);
});
