import assert from 'node:assert/strict';
import { CaptureError, type CaptureResult, type LookupResult } from '@capture/core';
import { scramble } from './scramble.ts';

/**
 * A result is the caller's: loggers mark it, workers and storages clone it. A clone loses the members of an error, so
 * that they are in `errorData` too. The result is scrambled afterwards.
 */
export function assertPlainData(result: CaptureResult | LookupResult): void {
  const { error, ...data } = result as { readonly error?: unknown; readonly errorData?: unknown };
  if (CaptureError.is(error)) {
    const { name, message } = error;
    assert.deepEqual(data.errorData, Object.assign({}, error, { name, message }), 'errorData differs from the error');
  } else assert.equal(data.errorData, undefined, 'there is no error that errorData could describe');
  assert.deepEqual(structuredClone(data), data, 'a structured clone loses something');
  assert.deepEqual(scramble(result), [], 'a part of the result cannot be changed');
}
