import type { Capabilities } from '../contract/capabilities.ts';
import type { CaptureResult, LookupKeys, UnknownResult } from '../contract/result.ts';
import { DeclinedError, UnknownOutcomeError, UnsentError } from '../errors/capture-error.ts';
import type { CheckedRequest } from '../provider/definition.ts';
import type { Verdict } from '../provider/verdict.ts';
import type { Redactor } from '../secrets/redaction.ts';
import type { TransportError } from '../transport/http.ts';
import type { Endpoint } from '../provider/endpoint.ts';
import { type ExchangeFacts, withFacts } from './exchange-facts.ts';
import { failureDetails } from './failure-details.ts';
import { errorDetails, judged, judgeResponse } from './judge-response.ts';
import { usableKeys, type ReferencePlace } from './lookup-keys.ts';
import type { Exchange, ReadResponse } from './send-request.ts';
import { unknownAdvice } from './unknown-advice.ts';
import { withErrorData } from './with-error-data.ts';

/** The data from which the result of a capture follows. */
export interface CaptureOutcome<Response> {
  readonly provider: string;
  readonly capabilities: Capabilities;
  readonly referenceIn?: ReferencePlace | undefined;
  readonly request: CheckedRequest;
  readonly endpoint: Endpoint;
  /** The capture ids that the caller knows of, or `[]` where there can be none. */
  readonly knownCaptureIds: readonly string[] | undefined;
  readonly exchange: Exchange<Response>;
  /** The provider's `judge`, with its context applied. */
  readonly judge: (response: Response, httpStatus: number) => Verdict;
}

/** Builds the result of a capture. */
export function captureResult<Response>({
  provider,
  capabilities,
  referenceIn,
  request,
  endpoint,
  knownCaptureIds,
  exchange,
  judge,
}: CaptureOutcome<Response>): CaptureResult {
  const { authorizationId, reference, amount } = request;
  // A copy: the result is the caller's, and a prepared request may be captured again.
  const base = { provider, authorizationId, reference, amount: { ...amount }, live: endpoint.live };
  const keys: LookupKeys = { reference, authorizationId, amount, knownCaptureIds };
  const { facts, redactor } = exchange;
  const judgementOf = ({ response, httpStatus }: ReadResponse<Response>) => {
    const verdict = judged(() => judge(response, httpStatus));
    const judgement = judgeResponse(verdict, response, {
      httpStatus,
      requested: amount,
      reportsAmount: capabilities.reportsAmount,
      authorizationId,
      otherCaptureIds: knownCaptureIds ?? [],
      redactor,
      ids: [reference, authorizationId],
      endpoint,
    });
    return { verdict, judgement };
  };
  if (exchange.kind === 'failure') {
    const { failure, rest } = exchange;
    const captureId = rest && judgementOf(rest).judgement.conclusion.captureId;
    return failed(base, usableKeys({ ...keys, captureId }, referenceIn), capabilities, failure, facts);
  }
  const { verdict, judgement } = judgementOf(exchange);
  const { conclusion, details } = judgement;
  const { captureId } = conclusion;
  if (conclusion.status === 'declined') {
    const error = new DeclinedError(withFacts(errorDetails(provider, conclusion, judgement), facts));
    return { status: 'declined', captureId, ...base, ...details, ...withErrorData(error) };
  }
  if (conclusion.status === 'unknown') {
    const { reason } = conclusion;
    const lookupKeys = usableKeys({ ...keys, captureId }, referenceIn);
    const advice = unknownAdvice(provider, capabilities, lookupKeys);
    const error = new UnknownOutcomeError(
      withFacts({ ...errorDetails(provider, conclusion, judgement), advice }, facts),
    );
    return { status: 'unknown', reason, ...base, ...details, ...withErrorData(error), lookupKeys };
  }
  const { status } = conclusion;
  const accepted = {
    captureId: conclusion.captureId,
    ...base,
    ...details,
    lookupKeys: usableKeys({ ...keys, captureId }, referenceIn),
  };
  if (status === 'captured') return { status, ...accepted };
  return { status, nextAction: nextAction(verdict, redactor), ...accepted };
}

function nextAction(verdict: Verdict, redactor: Redactor) {
  const url = 'redirect' in verdict ? verdict.redirect : undefined;
  const safe = url !== undefined && url.startsWith('https://') && URL.canParse(url) && !redactor.holdsSecret(url);
  return safe ? ({ type: 'redirect', url } as const) : undefined;
}

type Base = Pick<UnknownResult, 'provider' | 'authorizationId' | 'reference' | 'amount' | 'live'>;

function failed(
  base: Base,
  lookupKeys: LookupKeys,
  capabilities: Capabilities,
  failure: TransportError,
  facts: ExchangeFacts,
): CaptureResult {
  const details = withFacts(failureDetails(base.provider, failure), facts);
  if (failure.phase === 'unsent') return { status: 'unsent', ...base, ...withErrorData(new UnsentError(details)) };
  return {
    status: 'unknown',
    reason: failure.phase,
    ...base,
    httpStatus: failure.httpStatus,
    providerCode: undefined,
    reportedAmount: undefined,
    amountCheck: 'not-reported',
    providerTime: undefined,
    checks: [],
    response: undefined,
    ...withErrorData(
      new UnknownOutcomeError({ ...details, advice: unknownAdvice(base.provider, capabilities, lookupKeys) }),
    ),
    lookupKeys,
  };
}
