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
  let timer: ReturnType<typeof setTimeout> | undefined;
  let onAbort: (() => void) | undefined;
  const response = new Promise<WireResponse>((resolve, reject) => {
    const giveUp = (reason?: symbol): void => {
      if (stop.signal.aborted) return;
      // The grace takes the place of the deadline.
      clearTimeout(timer);
      timer = setTimeout(() => {
        reject(new TransportError('in-doubt', 'aborted'));
      }, GRACE_MS);
      stop.abort(reason);
    };
    timer = setTimeout(giveUp, timeout, DEADLINE);
    onAbort = () => {
      giveUp();
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    const context = { signal: stop.signal, operation, ...(lastCheck && { lastCheck }) };
    Promise.resolve(transport.send(request, context)).then(resolve, reject);
  });
  try {
    return await response;
  } catch (error) {
    const failure = failureOf(error);
    const timedOut = stop.signal.reason === DEADLINE && failure.code === 'aborted';
    throw timedOut ? new TransportError(failure.phase, 'timeout', failure.httpStatus, failure) : failure;
  } finally {
    clearTimeout(timer);
    if (onAbort) signal?.removeEventListener('abort', onAbort);
  }
}
