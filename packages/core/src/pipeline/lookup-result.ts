import type { Capabilities } from '../contract/capabilities.ts';
import type { LookupCandidate, LookupResult } from '../contract/lookup-result.ts';
import type { LookupKeys } from '../contract/result.ts';
import { DeclinedError, UnknownOutcomeError } from '../errors/capture-error.ts';
import { type LookupVerdict, undecided } from '../provider/verdict.ts';
import { failureDetails } from './failure-details.ts';
import { errorDetails, judged, judgeResponse } from './judge-response.ts';
import { candidatesOf, isThisCapture } from './lookup-match.ts';
import type { Exchange } from './send-request.ts';
import { withErrorData } from './with-error-data.ts';

/** The data from which the result of a lookup follows. */
export interface LookupOutcome<Response> {
  readonly provider: string;
  readonly capabilities: Capabilities;
  readonly keys: LookupKeys;
  readonly exchange: Exchange<Response>;
  /** The provider's `judge`, with its context applied. */
  readonly judge: (response: Response, httpStatus: number) => LookupVerdict;
}

/** Builds the result of a lookup. */
export function lookupResult<Response>(outcome: LookupOutcome<Response>): LookupResult {
  const { provider, capabilities, keys, exchange, judge } = outcome;
  const base = { provider, keys, captureId: undefined, decides: false, candidates: [] };
  if (exchange.kind === 'failure') {
    const { failure } = exchange;
    const error = new UnknownOutcomeError(failureDetails(provider, failure));
    return {
      status: 'unknown',
      ...base,
      ...NOTHING,
      checks: [],
      httpStatus: failure.httpStatus,
      ...withErrorData(error),
    };
  }
  const { httpStatus, response, redactor } = exchange;
  const { reference, captureId: requestedId, authorizationId, amount: requested } = keys;
  const verdict = judged(() => judge(response, httpStatus));
  const ids = [reference, requestedId, authorizationId];
  const evidence = { httpStatus, requested, reportsAmount: true, authorizationId, otherCaptureIds: [] };
  const context = { ...evidence, redactor, ids };
  const undecidable = (candidates: readonly LookupCandidate[]): LookupResult => {
    // Redacts the parts that were read; such a response states nothing else.
    const { details } = judgeResponse(undecided('unknown_status'), response, context);
    return { status: 'undecidable', ...base, ...details, candidates, ...NO_ERROR };
  };
  if (verdict.status === 'undecidable') return undecidable(candidatesOf(verdict.candidates ?? [], redactor));
  if (verdict.status === 'not-found') return { ...undecidable([]), status: 'not-found' };
  const judgement = judgeResponse(verdict, response, context);
  const { conclusion, details } = judgement;
  if (conclusion.status === 'unknown') {
    const error = new UnknownOutcomeError(errorDetails(provider, conclusion, judgement));
    return { status: 'unknown', ...base, ...details, ...withErrorData(error) };
  }
  const { status, captureId } = conclusion;
  if (!isThisCapture(conclusion, keys, capabilities)) {
    const { reportedAmount, providerTime } = details;
    return undecidable(captureId === undefined ? [] : [{ captureId, status, reportedAmount, providerTime }]);
  }
  if (conclusion.status === 'declined') {
    const error = new DeclinedError(errorDetails(provider, conclusion, judgement));
    return { status: 'declined', ...base, ...details, captureId, decides: true, ...withErrorData(error) };
  }
  return { status, ...base, ...details, captureId, decides: status === 'captured', ...NO_ERROR };
}

const NOTHING = {
  providerCode: undefined,
  reportedAmount: undefined,
  amountCheck: 'not-reported',
  providerTime: undefined,
  response: undefined,
} as const;

const NO_ERROR = { error: undefined, errorData: undefined };
