import type { LookupResult } from '../contract/lookup-result.ts';
import type { LookupKeys } from '../contract/result.ts';
import { DeclinedError, UnknownOutcomeError } from '../errors/capture-error.ts';
import type { LookupVerdict } from '../provider/verdict.ts';
import { undecided } from '../provider/verdict.ts';
import { evaluate, failureDetails, judged } from './evaluate.ts';
import type { Exchange } from './send-request.ts';

/** The result of a look-up, from what came back. */
export function lookupResult<Answer>(
  provider: string,
  keys: LookupKeys,
  exchange: Exchange<Answer>,
  judge: (answer: Answer, httpStatus: number) => LookupVerdict,
): LookupResult {
  const base = { provider, keys, captureId: undefined, decides: false };
  const nothing = {
    providerCode: undefined,
    reportedAmount: undefined,
    amountCheck: 'not-reported',
    providerTime: undefined,
    checks: [],
  } as const;
  if (exchange.kind === 'failed') {
    const { httpStatus } = exchange.failure;
    const error = new UnknownOutcomeError(failureDetails(provider, exchange.failure));
    return { status: 'unknown', ...base, ...nothing, httpStatus, answer: undefined, error };
  }
  const { httpStatus, answer, redactor } = exchange;
  const verdict = judged(() => judge(answer, httpStatus));
  const ids = [keys.reference, keys.captureId, keys.authorizationId];
  const context = { httpStatus, asked: keys.amount, reportsAmount: true, redactor, ids };
  if (verdict.status === 'not-found' || verdict.status === 'undecidable') {
    const { shared } = evaluate(provider, undecided('unknown_status'), answer, context);
    return { status: verdict.status, ...base, ...shared, error: undefined };
  }
  const { found, captureId, shared, error } = evaluate(provider, verdict, answer, context);
  const { status } = found;
  if (status === 'unknown') return { status, ...base, ...shared, error: new UnknownOutcomeError(error) };
  if (status === 'declined') return { status, ...base, ...shared, decides: true, error: new DeclinedError(error) };
  return { status, ...base, ...shared, captureId, decides: status === 'captured', error: undefined };
}
