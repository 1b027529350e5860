import type { CaptureErrorDetails } from '../errors/capture-error.ts';
import type { ErrorCode } from '../errors/error-codes.ts';

/**
 * Error code for an HTTP status whose body is not the provider's. It names the problem and proves nothing about the
 * money.
 */
export function unreadableCode(httpStatus: number | undefined): ErrorCode {
  if (httpStatus === undefined) return 'unreadable_response';
  if (httpStatus === 0 || (httpStatus >= 300 && httpStatus < 400)) return 'unexpected_redirect';
  if (httpStatus >= 500) return 'provider_error';
  if (httpStatus === 429) return 'rate_limited';
  return httpStatus === 401 || httpStatus === 403 ? 'credentials_rejected' : 'unreadable_response';
}

/** Error details of an exchange without a readable response. */
export function failureDetails(
  provider: string,
  { code, httpStatus }: { readonly code: ErrorCode; readonly httpStatus: number | undefined },
): CaptureErrorDetails {
  return { provider, code: code === 'unreadable_response' ? unreadableCode(httpStatus) : code, httpStatus };
}
