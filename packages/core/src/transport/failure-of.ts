import { isErrorDetail } from '../errors/error-details.ts';
import { isNativeCode } from './failure-code.ts';
import { TransportError, type FailurePhase, type TransportFailureCode } from './http.ts';

const CODES: ReadonlyMap<FailurePhase, readonly TransportFailureCode[]> = new Map([
  ['unsent', ['connection_refused', 'host_not_found', 'connection_failed', 'tls_failed', 'timeout', 'aborted']],
  ['in-doubt', ['timeout', 'aborted', 'connection_lost', 'transport_failed']],
  ['unreadable', ['unreadable_response']],
] as const);

/**
 * Converts anything that a transport threw to a failure. Other errors, codes of another version of this package, and
 * codes that contradict their phase prove nothing: they are in doubt. A detail that is not of the list, and a native
 * code that does not look like one, are dropped, because they may be anything.
 */
export function failureOf(error: unknown): TransportError {
  const known = TransportError.is(error) && CODES.get(error.phase)?.includes(error.code) === true;
  if (!known) return new TransportError('in-doubt', 'transport_failed');
  const { phase, code, httpStatus, headers, detail, nativeCode } = error;
  const isKnown = detail === undefined || isErrorDetail(detail);
  if (isKnown && (nativeCode === undefined || isNativeCode(nativeCode))) return error;
  return new TransportError(phase, code, httpStatus, { headers, detail: isKnown ? detail : undefined });
}
