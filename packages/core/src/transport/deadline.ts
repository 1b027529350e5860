import { failureOf } from './failure-of.ts';
import { type SendContext, TransportError, type Transport, type WireRequest, type WireResponse } from './http.ts';

/** Time for an aborted transport to report how far the request got. An unresponsive one counts as in doubt after it. */
const GRACE_MS = 250;

/** The circumstances of a call, as its caller limits it. */
export interface CallContext extends Pick<SendContext, 'operation'> {
  readonly timeout: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Sends once, under one deadline over everything, the body included. Throws {@link TransportError} for every failure.
 */
export async function sendWithin(
  transport: Transport,
  request: WireRequest,
  { operation, timeout, signal }: CallContext,
): Promise<WireResponse> {
  if (signal?.aborted) throw new TransportError('unsent', 'aborted');
  const stop = new AbortController();
  let timedOut = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let abort = (): void => undefined;
  try {
    return await new Promise((resolve, reject) => {
      abort = () => {
        if (stop.signal.aborted) return;
        // The grace takes the place of the deadline.
        clearTimeout(timer);
        timer = setTimeout(() => {
          reject(new TransportError('in-doubt', 'aborted'));
        }, GRACE_MS);
        stop.abort();
      };
      timer = setTimeout(() => {
        timedOut = true;
        abort();
      }, timeout);
      signal?.addEventListener('abort', abort, { once: true });
      Promise.resolve(transport.send(request, { signal: stop.signal, operation })).then(resolve, reject);
    });
  } catch (error) {
    const failure = failureOf(error);
    const isLate = timedOut && failure.code === 'aborted';
    throw isLate ? new TransportError(failure.phase, 'timeout', failure.httpStatus, failure) : failure;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}
