import type { CaptureError, ErrorData } from '../errors/capture-error.ts';

/** An error, and its members as plain data: a structured clone keeps no member of an error. */
export function withErrorData<E extends CaptureError>(
  error: E,
): { readonly error: E; readonly errorData: ErrorData<E> } {
  return { error, errorData: error.toJSON() };
}
