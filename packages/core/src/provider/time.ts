import type { ProviderTime } from '../contract/result.ts';

/** A time with a zone (ISO 8601, `Z` or an offset), kept as text and as an instant where it is one. */
export function isoTime(text: string | undefined): ProviderTime | undefined {
  if (text === undefined) return undefined;
  const milliseconds = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})$/.test(text)
    ? Date.parse(text)
    : Number.NaN;
  return Number.isNaN(milliseconds) ? { text } : { text, instant: new Date(milliseconds).toISOString() };
}

/** A time without a zone, kept as text and, where `pattern` (groups year, month, day, hour, minute, second) fits, in ISO order. No zone is made up. */
export function localTime(text: string | undefined, pattern: RegExp): ProviderTime | undefined {
  if (text === undefined) return undefined;
  const { year = '', month = '', day = '', hour = '', minute = '', second = '' } = pattern.exec(text)?.groups ?? {};
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  // What lacks a part has no day, 30 February would become 1 or 2 March, and 24 o'clock the next day.
  const isReal = new Date(`${local}Z`).getUTCDate() === Number(day);
  return isReal ? { text, local } : { text };
}
