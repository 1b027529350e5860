import type { AmountCheck, EvidenceCheck, ProviderTime } from '../contract/result.ts';
import type { CaptureErrorDetails } from '../errors/capture-error.ts';
import type { Money } from '../money/money.ts';
import { undecided, type Verdict } from '../provider/verdict.ts';
import type { Redactor } from '../secrets/redaction.ts';
import type { Endpoint } from '../provider/endpoint.ts';
import { inExpectedEnvironment, liveOf } from './expected-environment.ts';
import { conclude, type Conclusion, type Evidence, type NotAccepted } from './conclude.ts';

/** The common part of the results of captures, lookups and notifications, redacted. */
export interface ResponseDetails {
  readonly live: boolean | undefined;
  readonly httpStatus: number;
  readonly providerCode: string | undefined;
  readonly reportedAmount: Money | undefined;
  readonly amountCheck: AmountCheck;
  readonly providerTime: ProviderTime | undefined;
  readonly checks: readonly EvidenceCheck[];
  readonly response: unknown;
}

/** A judged response, redacted and ready to become a result. */
export interface Judgement {
  readonly conclusion: Conclusion;
  readonly details: ResponseDetails;
  /** Provider message, redacted. */
  readonly providerMessage: string | undefined;
}

/** The context of a response, besides the provider's verdict. */
export interface JudgementContext extends Omit<Evidence, 'holdsSecret'> {
  readonly redactor: Redactor;
  /** Ids that are known not to be secrets. They stay readable, though some look like card numbers. */
  readonly ids: readonly (string | undefined)[];
  readonly endpoint: Endpoint;
}

/** Concludes from a verdict and masks sensitive data. */
export function judgeResponse(verdict: Verdict, response: unknown, context: JudgementContext): Judgement {
  const { httpStatus, redactor, endpoint } = context;
  const live = liveOf(verdict.live, endpoint);
  const concluded = conclude(verdict, { ...context, holdsSecret: redactor.holdsSecret });
  const conclusion = inExpectedEnvironment(concluded, live, endpoint);
  const accepted = verdict.status === 'captured' || verdict.status === 'pending';
  const ids = [...context.ids, verdict.captureId];
  const keep = (text: string): boolean => ids.includes(text) && !redactor.holdsSecret(text);
  // One pass over everything: nearly always nothing has to be masked.
  const { providerCode, providerMessage, checks, reportedAmount, amountCheck } = conclusion;
  const time = accepted ? verdict.providerTime : undefined;
  const shown = redactor.value({ providerCode, providerMessage, checks, response, time }, keep);
  const details = {
    live,
    httpStatus,
    providerCode: shown.providerCode,
    reportedAmount,
    amountCheck,
    providerTime: shown.time,
    checks: shown.checks.map((check) => ({ ...check })),
  };
  return {
    conclusion,
    details: { ...details, response: plain(shown.response) },
    providerMessage: shown.providerMessage,
  };
}

/** A copy of parsed JSON in ordinary objects: the parser's have no prototype, which a structured clone would change. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return Array.from(value, plain);
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = {};
  // No name touches the prototype: the parser refuses such.
  for (const name of Object.keys(value)) copy[name] = plain((value as Readonly<Record<string, unknown>>)[name]);
  return copy;
}

/** Error details of a response that was not accepted. */
export function errorDetails(
  provider: string,
  { code }: NotAccepted,
  { details: { providerCode, httpStatus }, providerMessage }: Judgement,
): CaptureErrorDetails {
  return { provider, code, providerCode, providerMessage, httpStatus };
}

/** Runs a provider's `judge`. Where it fails on an unforeseen response, money may have moved all the same. */
export function judged<V>(judge: () => V): V | ReturnType<typeof undecided> {
  try {
    return judge();
  } catch {
    return undecided('unreadable_response');
  }
}
