/**
 * The longest wait that is reported, in seconds: a day. A longer one is a mistake, or cannot be distinguished from one.
 */
export const MAX_RETRY_AFTER = 86_400;

/**
 * Reads `Retry-After` in whole seconds, from either of its forms (RFC 9110): a number of seconds, or a date, which is
 * compared with the response's own `Date` if it has one. Anything else is `undefined`.
 */
export function retryAfterOf(headers: unknown, now: () => number = Date.now): number | undefined {
  const { 'retry-after': value, date } = Object(headers) as Readonly<Record<string, unknown>>;
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  const seconds = /^\d+$/.test(text) ? Number(text) : secondsUntil(instantOf(text), instantOf(date) ?? now());
  return seconds === undefined ? undefined : Math.min(seconds, MAX_RETRY_AFTER);
}

function secondsUntil(instant: number | undefined, now: number): number | undefined {
  return instant === undefined ? undefined : Math.max(0, Math.ceil((instant - now) / 1000));
}

/** Reads an HTTP date in the one form that servers must write; a date that is printed otherwise is none. */
function instantOf(text: unknown): number | undefined {
  if (typeof text !== 'string') return undefined;
  const instant = Date.parse(text);
  return Number.isNaN(instant) || new Date(instant).toUTCString() !== text.trim() ? undefined : instant;
}
