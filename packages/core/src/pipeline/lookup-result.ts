import type { LookupResult } from '../contract/lookup-result.ts';
import type { LookupKeys } from '../contract/result.ts';
import { DeclinedError, UnknownOutcomeError } from '../errors/capture-error.ts';
import { type LookupVerdict, undecided } from '../provider/verdict.ts';
import { failureDetails } from './failure-details.ts';
import { errorDetails, judged, judgeResponse } from './judge-response.ts';
import type { Exchange } from './send-request.ts';
import { withErrorData } from './with-error-data.ts';

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
  const verdict = judged(() => judge(response, httpStatus));
  const ids = [keys.reference, keys.captureId, keys.authorizationId];
  const context = { httpStatus, requested: keys.amount, reportsAmount: true, redactor, ids };
  if (verdict.status === 'not-found' || verdict.status === 'undecidable') {
    // Redacts the parts that were read; such a response states nothing else.
    const { details } = judgeResponse(undecided('unknown_status'), response, context);
    return { status: verdict.status, ...base, ...details, ...NO_ERROR };
  }
  const judgement = judgeResponse(verdict, response, context);
  const { conclusion, details } = judgement;
  if (conclusion.status === 'unknown') {
    const error = new UnknownOutcomeError(errorDetails(provider, conclusion, judgement));
    return { status: 'unknown', ...base, ...details, ...withErrorData(error) };
  }
  if (conclusion.status === 'declined') {
    const error = new DeclinedError(errorDetails(provider, conclusion, judgement));
    return { status: 'declined', ...base, ...details, decides: true, ...withErrorData(error) };
  }
  const { status, captureId } = conclusion;
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
