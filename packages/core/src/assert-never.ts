/**
 * Ends a `switch` over a status. It compiles only where every status has its case, and where one arrives that the
 * program was not compiled for (plain JavaScript, data of another version), it throws and does not fall through.
 *
 * @throws `TypeError`, with the status in its message. Treat the outcome as unknown.
 * @example
 * ```ts
 * switch (result.status) {
 *   case 'captured':
 *   case 'pending':
 *     return result.captureId;
 *   case 'declined':
 *   case 'unsent':
 *     return result.error.advice;
 *   case 'unknown':
 *     return result.reason;
 *   default:
 *     return assertNever(result);
 * }
 * ```
 */
export function assertNever(unhandled: never): never {
  const given: unknown = unhandled;
  const status = typeof given === 'object' && given !== null && 'status' in given ? given.status : given;
  // Nothing else is repeated: the value may be anything, a secret too.
  const named = typeof status === 'string' && /^[a-z][a-z-]{0,31}$/.test(status) ? ` "${status}"` : '';
  throw new TypeError(`unhandled status${named}: treat the outcome as unknown`);
}
