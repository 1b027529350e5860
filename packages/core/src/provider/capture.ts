import { DeclinedError, UnknownOutcomeError, UnsentError } from '../errors/capture-error.ts';
import type { ErrorCode } from '../errors/error-codes.ts';
import type { CaptureResult, LookupKeys, UnknownResult } from '../result.ts';
import type { TransportError } from '../transport/wire.ts';
import { conclude } from './conclude.ts';
import type { CheckedRequest, ProviderDefinition } from './definition.ts';
import type { Exchange } from './exchange.ts';
import type { Verdict } from './verdict.ts';

type Subject = Pick<ProviderDefinition<never, never, never, never>, 'id' | 'capabilities'>;

/** The result of a capture, from what came back. */
export function captureResult<Answer>(
  { id, capabilities }: Subject,
  request: CheckedRequest,
  exchange: Exchange<Answer>,
  judge: (answer: Answer, httpStatus: number) => Verdict,
): CaptureResult {
  const { authorizationId, reference, amount } = request;
  const base = { provider: id, authorizationId, reference, amount };
  const keys = definedKeys({ reference, authorizationId, amount });
  if (exchange.kind === 'failed') return failed(base, keys, exchange.failure);
  const { httpStatus, answer, redactor } = exchange;
  const verdict = judge(answer, httpStatus);
  const found = conclude(verdict, {
    httpStatus,
    asked: amount,
    reportsAmount: capabilities.reportsAmount,
    holdsSecret: redactor.holdsSecret,
  });
  const captureId = 'captureId' in verdict ? verdict.captureId : undefined;
  const ours = new Set(
    [captureId, reference, authorizationId].filter(
      (text) => text !== undefined && !redactor.holdsSecret(text),
    ) as string[],
  );
  const answered = {
    ...base,
    httpStatus,
    reportedAmount: found.reportedAmount,
    amountCheck: found.amountCheck,
    providerTime: 'providerTime' in verdict ? redactor.value(verdict.providerTime) : undefined,
    checks: redactor.value(found.checks, ours),
    answer: redactor.value(answer, ours),
  };
  const details = {
    provider: id,
    code: found.code ?? 'unknown_status',
    providerCode: found.providerCode === undefined ? undefined : redactor.text(found.providerCode),
    providerMessage: found.providerMessage === undefined ? undefined : redactor.text(found.providerMessage),
    httpStatus,
  } as const;
  if (found.status === 'declined') return { ...answered, status: 'declined', error: new DeclinedError(details) };
  if (found.status === 'unknown' || captureId === undefined) {
    return {
      ...answered,
      status: 'unknown',
      stage: found.stage ?? 'unreadable',
      error: new UnknownOutcomeError(details),
      lookup: keys,
    };
  }
  const accepted = { ...answered, captureId, lookup: { ...keys, captureId } };
  if (found.status === 'captured') return { ...accepted, status: 'captured' };
  const url = 'redirect' in verdict ? verdict.redirect : undefined;
  const safe = url !== undefined && url.startsWith('https://') && URL.canParse(url) && !redactor.holdsSecret(url);
  return { ...accepted, status: 'pending', nextAction: safe ? { type: 'redirect', url } : undefined };
}

type Base = Pick<UnknownResult, 'provider' | 'authorizationId' | 'reference' | 'amount'>;

function failed(base: Base, lookup: LookupKeys, { phase, code, httpStatus }: TransportError): CaptureResult {
  if (phase === 'unsent')
    return { ...base, status: 'unsent', error: new UnsentError({ provider: base.provider, code }) };
  return {
    ...base,
    status: 'unknown',
    stage: phase,
    error: new UnknownOutcomeError({
      provider: base.provider,
      code: code === 'unreadable_answer' ? unreadableCode(httpStatus) : code,
      httpStatus,
    }),
    lookup,
    httpStatus,
    reportedAmount: undefined,
    amountCheck: 'not-reported',
    providerTime: undefined,
    checks: [],
    answer: undefined,
  };
}

/** What an HTTP status hints at when the body is not the provider's. It names the trouble; it proves nothing about the money. */
export function unreadableCode(httpStatus: number | undefined): ErrorCode {
  if (httpStatus === undefined) return 'unreadable_answer';
  if (httpStatus === 0 || (httpStatus >= 300 && httpStatus < 400)) return 'unexpected_redirect';
  if (httpStatus >= 500) return 'provider_error';
  if (httpStatus === 429) return 'rate_limited';
  return httpStatus === 401 || httpStatus === 403 ? 'credentials_rejected' : 'unreadable_answer';
}

function definedKeys(keys: { [K in keyof LookupKeys]: LookupKeys[K] | undefined }): LookupKeys {
  return Object.fromEntries(Object.entries(keys).filter(([, value]) => value !== undefined));
}
