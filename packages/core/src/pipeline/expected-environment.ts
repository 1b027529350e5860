import { mustBe } from '../provider/verdict.ts';
import type { Conclusion } from './conclude.ts';
import type { Endpoint } from '../provider/endpoint.ts';

/** The kind of environment that a response is from: as it states, or else as its host is known to be. */
export function liveOf(stated: boolean | undefined, endpoint: Endpoint): boolean | undefined {
  return stated ?? endpoint.live;
}

/** True where {@link inExpectedEnvironment} refused a response. */
export function isOfOtherEnvironment(conclusion: Conclusion): boolean {
  return conclusion.status === 'unknown' && conclusion.code === 'other_environment';
}

/**
 * Concludes `unknown` where a response is known to be of the other kind than the caller expects. It is evidence about a
 * payment of that environment only: neither its success nor its refusal is about ours.
 */
export function inExpectedEnvironment(
  conclusion: Conclusion,
  live: boolean | undefined,
  { expect }: Endpoint,
): Conclusion {
  const found = live === undefined ? undefined : live ? 'live' : 'sandbox';
  if (expect === undefined || found === undefined || found === expect) return conclusion;
  const checks = [...conclusion.checks, mustBe('environment', expect, found)];
  return { ...conclusion, status: 'unknown', reason: 'contradictory', code: 'other_environment', checks };
}
