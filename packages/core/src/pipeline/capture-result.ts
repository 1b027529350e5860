import { DeclinedError, UnknownOutcomeError, UnsentError } from '../errors/capture-error.ts';
import type { CaptureResult, LookupKeys, UnknownResult } from '../contract/result.ts';
import type { TransportError } from '../transport/http.ts';
import type { Capabilities } from '../contract/capabilities.ts';
import type { CheckedRequest } from '../provider/definition.ts';
import { evaluate, failureDetails, judged } from './evaluate.ts';
import type { Exchange } from './send-request.ts';
import { usableKeys } from './lookup-keys.ts';
import type { Verdict } from '../provider/verdict.ts';

/** The result of a capture, from what came back. */
export function captureResult<Answer>(
  provider: string,
  { reportsAmount }: Capabilities,
  { authorizationId, reference, amount }: CheckedRequest,
  exchange: Exchange<Answer>,
  judge: (answer: Answer, httpStatus: number) => Verdict,
): CaptureResult {
  const base = { provider, authorizationId, reference, amount };
  const keys: LookupKeys = { reference, authorizationId, amount };
  if (exchange.kind === 'failed') return failed(base, keys, exchange.failure);
  const { httpStatus, answer, redactor } = exchange;
  const verdict = judged(() => judge(answer, httpStatus));
  const ids = [reference, authorizationId];
  const { found, captureId, shared, error } = evaluate(provider, verdict, answer, {
    httpStatus,
    asked: amount,
    reportsAmount,
    redactor,
    ids,
  });
  if (found.status === 'declined') return { status: 'declined', ...base, ...shared, error: new DeclinedError(error) };
  if (found.status === 'unknown' || captureId === undefined) {
    const stage = found.stage ?? 'unreadable';
    return {
      status: 'unknown',
      stage,
      ...base,
      ...shared,
      error: new UnknownOutcomeError(error),
      lookup: usableKeys(keys),
    };
  }
  const accepted = { captureId, ...base, ...shared, lookup: usableKeys({ ...keys, captureId }) };
  if (found.status === 'captured') return { status: 'captured', ...accepted };
  const url = 'redirect' in verdict ? verdict.redirect : undefined;
  const safe = url !== undefined && url.startsWith('https://') && URL.canParse(url) && !redactor.holdsSecret(url);
  return { status: 'pending', nextAction: safe ? { type: 'redirect', url } : undefined, ...accepted };
}

type Base = Pick<UnknownResult, 'provider' | 'authorizationId' | 'reference' | 'amount'>;

function failed(base: Base, keys: LookupKeys, failure: TransportError): CaptureResult {
  const details = failureDetails(base.provider, failure);
  if (failure.phase === 'unsent') return { status: 'unsent', ...base, error: new UnsentError(details) };
  return {
    status: 'unknown',
    stage: failure.phase,
    ...base,
    httpStatus: failure.httpStatus,
    providerCode: undefined,
    reportedAmount: undefined,
    amountCheck: 'not-reported',
    providerTime: undefined,
    checks: [],
    answer: undefined,
    error: new UnknownOutcomeError(details),
    lookup: usableKeys(keys),
  };
}
