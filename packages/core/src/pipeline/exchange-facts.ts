import type { CaptureErrorDetails } from '../errors/capture-error.ts';
import type { ErrorDetail } from '../errors/error-details.ts';
import type { ProviderAdvice } from '../provider/definition.ts';
import type { Redactor } from '../secrets/redaction.ts';
import { retryAfterOf } from './retry-after.ts';

/** What every error says about its exchange, besides the code. */
export interface ExchangeFacts {
  readonly detail?: ErrorDetail | undefined;
  /** The native code behind the detail. */
  readonly nativeCode?: string | undefined;
  /** The path of the member to which the detail applies. */
  readonly path?: string | undefined;
  /** The wait that the response demands, in seconds. */
  readonly retryAfter?: number | undefined;
  /** Host and path of the request, redacted. Present where the response suggests that they are wrong. */
  readonly address?: string | undefined;
  /** The provider's own advice, by code. */
  readonly advice?: ProviderAdvice | undefined;
}

/** Completes the details of an error with the facts of its exchange. */
export function withFacts(details: CaptureErrorDetails, { advice, ...facts }: ExchangeFacts): CaptureErrorDetails {
  return { ...details, ...facts, ownAdvice: advice?.[details.code] };
}

/** The parts of an exchange that the facts follow from. */
export interface ExchangeParts {
  readonly url: string;
  readonly redactor: Redactor;
  readonly httpStatus: number | undefined;
  readonly headers: unknown;
  readonly detail?: ErrorDetail | undefined;
  readonly nativeCode?: string | undefined;
  readonly path?: string | undefined;
  readonly advice: ProviderAdvice | undefined;
}

/** Collects the facts of an exchange. */
export function exchangeFacts({
  url,
  redactor,
  httpStatus,
  headers,
  detail,
  nativeCode,
  path,
  advice,
}: ExchangeParts): ExchangeFacts {
  return {
    advice,
    detail,
    nativeCode,
    path: path === undefined ? undefined : redactor.text(path),
    retryAfter: retryAfterOf(headers),
    address: isElsewhere(httpStatus, detail) ? redactor.text(url.replace(/^\w+:\/\/|[?#].*$/g, '')) : undefined,
  };
}

/** Recognises the response of a server that does not know the path, or that serves pages to people. */
function isElsewhere(httpStatus: number | undefined, detail: ErrorDetail | undefined): boolean {
  if (detail === 'html_page' || httpStatus === undefined) return detail === 'html_page';
  return httpStatus === 404 || httpStatus === 405 || (httpStatus >= 300 && httpStatus < 400);
}
