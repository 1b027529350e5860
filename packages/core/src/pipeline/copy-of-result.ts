import { CaptureError, type CaptureErrorDetails } from '../errors/capture-error.ts';

/**
 * Copies a result for a hook, so that the hook may do with it what it likes: plain data at any depth, and an error of
 * the same class.
 */
export function copyOfResult<Result extends object>(result: Result): Result {
  const members = Object.entries(result).map(([name, value]: [string, unknown]) => [
    name,
    CaptureError.is(value) ? copyOfError(value) : structuredClone(value),
  ]);
  return Object.fromEntries(members) as Result;
}

/** An error has all the details that its constructor takes. */
function copyOfError(error: CaptureError): CaptureError {
  const Class = error.constructor as new (details: CaptureErrorDetails) => CaptureError;
  const { message, stack } = error;
  return Object.assign(new Class(error), error, { message, stack });
}
