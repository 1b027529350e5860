import type { Capabilities } from '../contract/capabilities.ts';
import type { LookupCandidate, LookupResult } from '../contract/lookup-result.ts';
import type { LookupKeys } from '../contract/result.ts';
import { DeclinedError, UnknownOutcomeError } from '../errors/capture-error.ts';
import { type LookupVerdict, undecided, type Verdict } from '../provider/verdict.ts';
import type { Endpoint } from '../provider/endpoint.ts';
import { withFacts } from './exchange-facts.ts';
import { failureDetails } from './failure-details.ts';
import { isOfOtherEnvironment } from './expected-environment.ts';
import { errorDetails, judged, judgeResponse } from './judge-response.ts';
import { candidatesOf, isThisCapture } from './lookup-match.ts';
import type { Exchange } from './send-request.ts';
import { withErrorData } from './with-error-data.ts';

/** The data from which the result of a lookup follows. */
export interface LookupOutcome<Response> {
  readonly provider: string;
  readonly capabilities: Capabilities;
  readonly keys: LookupKeys;
  readonly endpoint: Endpoint;
  readonly exchange: Exchange<Response>;
  /** The provider's `judge`, with its context applied. */
  readonly judge: (response: Response, httpStatus: number) => LookupVerdict;
}

/** Builds the result of a lookup. */
export function lookupResult<Response>(outcome: LookupOutcome<Response>): LookupResult {
  const { provider, capabilities, keys, endpoint, exchange, judge } = outcome;
  const base = { provider, keys, captureId: undefined, decides: false, candidates: [] };
  const { facts } = exchange;
  if (exchange.kind === 'failure') {
    const { failure } = exchange;
    const error = new UnknownOutcomeError(withFacts(failureDetails(provider, failure), facts));
    const { httpStatus } = failure;
    return {
      status: 'unknown',
      ...base,
      ...NOTHING,
      checks: [],
      live: endpoint.live,
      httpStatus,
      ...withErrorData(error),
    };
  }
  const { httpStatus, response, redactor } = exchange;
  const { reference, captureId: requestedId, authorizationId, amount: requested } = keys;
  const verdict = judged(() => judge(response, httpStatus));
  const ids = [reference, requestedId, authorizationId];
  const evidence = { httpStatus, requested, reportsAmount: true, authorizationId, otherCaptureIds: [] };
  const context = { ...evidence, redactor, ids, endpoint };
  const isOpen = verdict.status === 'not-found' || verdict.status === 'undecidable';
  // Such a response states nothing but its environment; the parts that were read are redacted.
  const silent: Verdict = { ...undecided('unknown_status'), live: verdict.live };
  const undecidable = (candidates: readonly LookupCandidate[]): LookupResult => {
    const { details } = judgeResponse(silent, response, context);
    return { status: 'undecidable', ...base, ...details, candidates, ...NO_ERROR };
  };
  const judgement = judgeResponse(isOpen ? silent : verdict, response, context);
  if (!isOfOtherEnvironment(judgement.conclusion)) {
    if (verdict.status === 'undecidable') return undecidable(candidatesOf(verdict.candidates ?? [], redactor));
    if (verdict.status === 'not-found') return { ...undecidable([]), status: 'not-found' };
  }
  const { conclusion, details } = judgement;
  if (conclusion.status === 'unknown') {
    const error = new UnknownOutcomeError(withFacts(errorDetails(provider, conclusion, judgement), facts));
    return { status: 'unknown', ...base, ...details, ...withErrorData(error) };
  }
  const { status, captureId } = conclusion;
  if (!isThisCapture(conclusion, keys, capabilities)) {
    const { reportedAmount, providerTime } = details;
    return undecidable(captureId === undefined ? [] : [{ captureId, status, reportedAmount, providerTime }]);
  }
  if (conclusion.status === 'declined') {
    const error = new DeclinedError(withFacts(errorDetails(provider, conclusion, judgement), facts));
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
