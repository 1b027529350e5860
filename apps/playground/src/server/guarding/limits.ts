/** Body of a request to this server. */
export const MAX_BODY_BYTES = 64 * 1024;
/** Lines and headers of a request. */
export const MAX_HEADER_BYTES = 16 * 1024;
export const MAX_CONNECTIONS = 64;
export const HEADERS_TIMEOUT = 5000;
export const REQUEST_TIMEOUT = 30_000;
/** Captures within any minute. */
const MAX_CAPTURES = 120;

/** One capture at a time, and not too many of them. */
export function createCaptureLimiter(now: () => number = () => performance.now()) {
  let busy = false;
  let entered: number[] = [];
  return {
    tryStart(): 'entered' | 'capture_in_flight' | 'too_many_captures' {
      if (busy) return 'capture_in_flight';
      entered = entered.filter((at) => now() - at < 60_000);
      if (entered.length >= MAX_CAPTURES) return 'too_many_captures';
      entered.push(now());
      busy = true;
      return 'entered';
    },
    finish(): void {
      busy = false;
    },
  };
}
