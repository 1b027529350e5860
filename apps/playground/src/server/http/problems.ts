import { InvalidOptionsError, InvalidRequestError } from '@capture/core';
import type { Problem } from '../../shared/api.ts';
import { MalformedBodyError } from './read-body.ts';

/**
 * An error as the page may see it: a code and a fixed message. The library's input errors name paths and rules, never
 * values; of any other error nothing is shown.
 */
export function problemOf(error: unknown): { readonly status: 400 | 415 | 500; readonly body: Problem } {
  if (InvalidRequestError.is(error) || InvalidOptionsError.is(error)) {
    return { status: 400, body: { code: 'invalid_request', message: error.message, issues: error.issues } };
  }
  if (error instanceof MalformedBodyError) {
    const status = error.code === 'wrong_type' ? 415 : 400;
    return { status, body: { code: error.code, message: 'Not a request of this page.' } };
  }
  // The sandbox refuses with a RangeError whose message is fixed.
  if (error instanceof RangeError) return { status: 400, body: { code: 'refused', message: error.message } };
  return { status: 500, body: { code: 'internal', message: 'The server of the playground failed.' } };
}
