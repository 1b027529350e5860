/**
 * Everything that the journal decides by time. The wall clock counts while a machine is suspended and may be set; the
 * monotonic one is never set and may stand still then. Together they show that a lease has run out.
 */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds since any moment. Never goes back. */
  monotonic(): number;
  /** Resolves after that many milliseconds, or as soon as the signal aborts. Never rejects. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
}
