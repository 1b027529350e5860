import type { LookupResult } from '../contract/lookup-result.ts';
import type { LookupKeys } from '../contract/result.ts';
import { DeclinedError, UnknownOutcomeError } from '../errors/capture-error.ts';
import { type LookupVerdict, undecided, type Verdict } from '../provider/verdict.ts';
import type { Endpoint } from '../provider/endpoint.ts';
import { failureDetails } from './failure-details.ts';
import { isOfOtherEnvironment } from './expected-environment.ts';
import { errorDetails, judged, judgeResponse } from './judge-response.ts';
import type { Exchange } from './send-request.ts';

/** The data from which the result of a lookup follows. */
export interface LookupOutcome<Response> {
  readonly provider: string;
  readonly keys: LookupKeys;
  readonly endpoint: Endpoint;
  readonly exchange: Exchange<Response>;
  /** The provider's `judge`, with its context applied. */
  readonly judge: (response: Response, httpStatus: number) => LookupVerdict;
}

/** Builds the result of a lookup. */
export function lookupResult<Response>({
  provider,
  keys,
  endpoint,
  exchange,
  judge,
}: LookupOutcome<Response>): LookupResult {
  const base = { provider, keys, captureId: undefined, decides: false };
  if (exchange.kind === 'failure') {
    const { failure } = exchange;
    const error = new UnknownOutcomeError(failureDetails(provider, failure));
    return { status: 'unknown', ...base, ...NOTHING, live: endpoint.live, httpStatus: failure.httpStatus, error };
  }
  const { httpStatus, response, redactor } = exchange;
  const verdict = judged(() => judge(response, httpStatus));
  const ids = [keys.reference, keys.captureId, keys.authorizationId];
  const context = { httpStatus, requested: keys.amount, reportsAmount: true, redactor, ids, endpoint };
  const isOpen = verdict.status === 'not-found' || verdict.status === 'undecidable';
  // Such a response states nothing but its environment; the parts that were read are redacted.
  const judgeable: Verdict = isOpen ? { ...undecided('unknown_status'), live: verdict.live } : verdict;
  const judgement = judgeResponse(judgeable, response, context);
  const { conclusion, details } = judgement;
  if (isOpen && !isOfOtherEnvironment(conclusion))
    return { status: verdict.status, ...base, ...details, error: undefined };
  if (conclusion.status === 'unknown') {
    const error = new UnknownOutcomeError(errorDetails(provider, conclusion, judgement));
    return { status: 'unknown', ...base, ...details, error };
  }
  if (conclusion.status === 'declined') {
    const error = new DeclinedError(errorDetails(provider, conclusion, judgement));
    return { status: 'declined', ...base, ...details, decides: true, error };
  }
  const { status, captureId } = conclusion;
  return { status, ...base, ...details, captureId, decides: status === 'captured', error: undefined };
}

const NOTHING = {
  providerCode: undefined,
  reportedAmount: undefined,
  amountCheck: 'not-reported',
  providerTime: undefined,
  checks: [],
  response: undefined,
} as const;
