import type { ProviderTime } from '../contract/result.ts';

/** Reads a time with a time zone (ISO 8601, `Z` or an offset). Keeps the text, and the instant where it is valid. */
export function isoTime(text: string | undefined): ProviderTime | undefined {
  if (text === undefined) return undefined;
  const milliseconds = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})$/.test(text)
    ? Date.parse(text)
    : Number.NaN;
  return Number.isNaN(milliseconds) ? { text } : { text, instant: new Date(milliseconds).toISOString() };
}

/**
 * Reads a time without a time zone. Keeps the text and, where `pattern` (groups year, month, day, hour, minute, second)
 * matches, the ISO 8601 form. No time zone is assumed.
 */
export function localTime(text: string | undefined, pattern: RegExp): ProviderTime | undefined {
  if (text === undefined) return undefined;
  const { year = '', month = '', day = '', hour = '', minute = '', second = '' } = pattern.exec(text)?.groups ?? {};
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  // An incomplete time has no day, 30 February would become 1 or 2 March, and 24:00 the next day.
  const isReal = new Date(`${local}Z`).getUTCDate() === Number(day);
  return isReal ? { text, local } : { text };
}
