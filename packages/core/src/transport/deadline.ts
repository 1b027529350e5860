import { failureOf } from './failure-of.ts';
import { type SendContext, TransportError, type Transport, type WireRequest, type WireResponse } from './http.ts';

/** Time for an aborted transport to report how far the request got. An unresponsive one counts as in doubt after it. */
const GRACE_MS = 250;

const DEADLINE = Symbol('deadline');

/** The circumstances of a call, as its caller limits it. */
export interface CallContext extends Pick<SendContext, 'operation' | 'lastCheck'> {
  readonly timeout: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Sends once, under one deadline over everything, the body included. Throws {@link TransportError} for every failure.
 */
export async function sendWithin(
  transport: Transport,
  request: WireRequest,
  { operation, timeout, signal, lastCheck }: CallContext,
): Promise<WireResponse> {
  if (signal?.aborted) throw new TransportError('unsent', 'aborted');
  if (lastCheck && !lastCheck()) throw new TransportError('unsent', 'aborted', undefined, { detail: 'last_check' });
  const stop = new AbortController();
  let grace: ReturnType<typeof setTimeout> | undefined;
  const abort = (): void => {
    stop.abort();
  };
  const timer = setTimeout(() => {
    stop.abort(DEADLINE);
  }, timeout);
  signal?.addEventListener('abort', abort, { once: true });
  const unresponsive = new Promise<never>((_resolve, reject) => {
    stop.signal.addEventListener('abort', () => {
      grace = setTimeout(() => {
        reject(new TransportError('in-doubt', 'aborted'));
      }, GRACE_MS);
    });
  });
  try {
    return await Promise.race([
      transport.send(request, { signal: stop.signal, operation, ...(lastCheck && { lastCheck }) }),
      unresponsive,
    ]);
  } catch (error) {
    const failure = failureOf(error);
    const timedOut = stop.signal.reason === DEADLINE && failure.code === 'aborted';
    throw timedOut ? new TransportError(failure.phase, 'timeout', failure.httpStatus, failure) : failure;
  } finally {
    clearTimeout(timer);
    clearTimeout(grace);
    signal?.removeEventListener('abort', abort);
  }
}
