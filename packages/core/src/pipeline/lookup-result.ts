import type { LookupResult } from '../contract/lookup-result.ts';
import type { LookupKeys } from '../contract/result.ts';
import { DeclinedError, UnknownOutcomeError } from '../errors/capture-error.ts';
import { type LookupVerdict, undecided } from '../provider/verdict.ts';
import { withFacts } from './exchange-facts.ts';
import { failureDetails } from './failure-details.ts';
import { errorDetails, judged, judgeResponse } from './judge-response.ts';
import type { Exchange } from './send-request.ts';

/** The data from which the result of a lookup follows. */
export interface LookupOutcome<Response> {
  readonly provider: string;
  readonly keys: LookupKeys;
  readonly exchange: Exchange<Response>;
  /** The provider's `judge`, with its context applied. */
  readonly judge: (response: Response, httpStatus: number) => LookupVerdict;
}

/** Builds the result of a lookup. */
export function lookupResult<Response>({ provider, keys, exchange, judge }: LookupOutcome<Response>): LookupResult {
  const base = { provider, keys, captureId: undefined, decides: false };
  const { facts } = exchange;
  if (exchange.kind === 'failure') {
    const { failure } = exchange;
    const error = new UnknownOutcomeError(withFacts(failureDetails(provider, failure), facts));
    return { status: 'unknown', ...base, ...NOTHING, httpStatus: failure.httpStatus, error };
  }
  const { httpStatus, response, redactor } = exchange;
  const verdict = judged(() => judge(response, httpStatus));
  const ids = [keys.reference, keys.captureId, keys.authorizationId];
  const context = { httpStatus, requested: keys.amount, reportsAmount: true, redactor, ids };
  if (verdict.status === 'not-found' || verdict.status === 'undecidable') {
    // Redacts the parts that were read; such a response states nothing else.
    const { details } = judgeResponse(undecided('unknown_status'), response, context);
    return { status: verdict.status, ...base, ...details, error: undefined };
  }
  const judgement = judgeResponse(verdict, response, context);
  const { conclusion, details } = judgement;
  if (conclusion.status === 'unknown') {
    const error = new UnknownOutcomeError(withFacts(errorDetails(provider, conclusion, judgement), facts));
    return { status: 'unknown', ...base, ...details, error };
  }
  if (conclusion.status === 'declined') {
    const error = new DeclinedError(withFacts(errorDetails(provider, conclusion, judgement), facts));
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
