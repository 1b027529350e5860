import { TransportError, type FailurePhase, type TransportFailureCode } from './http.ts';

const CODES: ReadonlyMap<FailurePhase, readonly TransportFailureCode[]> = new Map([
  ['unsent', ['connection_refused', 'host_not_found', 'connection_failed', 'tls_failed', 'timeout', 'aborted']],
  ['in-doubt', ['timeout', 'aborted', 'connection_lost', 'transport_failed']],
  ['unreadable', ['unreadable_answer']],
] as const);

/** What a transport threw, as a failure. Something else, a code of another version of this package, or a code that contradicts its phase proves nothing. */
export function failureOf(error: unknown): TransportError {
  const known = TransportError.is(error) && CODES.get(error.phase)?.includes(error.code) === true;
  return known ? error : new TransportError('in-doubt', 'transport_failed');
}
