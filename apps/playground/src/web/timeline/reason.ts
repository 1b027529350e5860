import type { ResultEvent } from '../../shared/run-event.ts';

/** The reason of a result that is not captured, in one line. */
export function reasonOf(
  { status, amountCheck, requested, reported, nextAction, error }: ResultEvent,
  provider: string,
): string | undefined {
  if (status === 'pending')
    return nextAction === undefined
      ? `${provider} accepted the capture, but it is not final.`
      : `${provider} waits for the customer, who must open the URL below.`;
  if (status === 'unknown' && amountCheck === 'mismatch' && reported)
    return `${provider} reported ${reported.major} ${reported.currency}, but ${requested.major} ${requested.currency} was requested.`;
  return error?.message;
}
