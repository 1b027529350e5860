const MAX_CAPTURES = 120;
const WINDOW = 60_000;

/** Why a capture is not started now. */
export interface CaptureRefusal {
  readonly status: 409 | 429;
  readonly code: 'capture_in_flight' | 'too_many_captures';
  readonly message: string;
}

/** Admits one capture at a time, and at most 120 a minute. */
export interface CaptureLimiter {
  /** `undefined` if the capture may start; `finish` then has to be called when it has ended. */
  start(): CaptureRefusal | undefined;
  finish(): void;
}

/** A limiter with a monotonic clock in milliseconds. */
export function createCaptureLimiter(now: () => number = () => performance.now()): CaptureLimiter {
  let busy = false;
  let started: number[] = [];
  return {
    start() {
      if (busy) {
        return {
          status: 409,
          code: 'capture_in_flight',
          message: 'Another capture is still waiting (in another tab?).',
        };
      }
      started = started.filter((at) => now() - at < WINDOW);
      const [oldest = 0] = started;
      if (started.length >= MAX_CAPTURES) {
        const seconds = Math.ceil((oldest + WINDOW - now()) / 1000);
        return {
          status: 429,
          code: 'too_many_captures',
          message: `Limit reached: ${MAX_CAPTURES} captures a minute. Try again in ${seconds} s.`,
        };
      }
      started.push(now());
      busy = true;
      return undefined;
    },
    finish() {
      busy = false;
    },
  };
}
