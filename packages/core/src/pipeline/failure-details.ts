import type { CaptureErrorDetails } from '../errors/capture-error.ts';
import type { ErrorCode } from '../errors/error-codes.ts';

/** The error code that an HTTP status suggests when the body is not the provider's. It names the trouble; it proves nothing about the money. */
export function unreadableCode(httpStatus: number | undefined): ErrorCode {
  if (httpStatus === undefined) return 'unreadable_answer';
  if (httpStatus === 0 || (httpStatus >= 300 && httpStatus < 400)) return 'unexpected_redirect';
  if (httpStatus >= 500) return 'provider_error';
  if (httpStatus === 429) return 'rate_limited';
  return httpStatus === 401 || httpStatus === 403 ? 'credentials_rejected' : 'unreadable_answer';
}

/** The error of an exchange without a readable response. */
export function failureDetails(
  provider: string,
  { code, httpStatus }: { readonly code: ErrorCode; readonly httpStatus: number | undefined },
): CaptureErrorDetails {
  return { provider, code: code === 'unreadable_answer' ? unreadableCode(httpStatus) : code, httpStatus };
}
