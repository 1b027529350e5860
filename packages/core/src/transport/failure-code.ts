import type { TransportFailureCode } from './http.ts';

/**
 * The code of an error of Node, or of its `fetch`, which nests it one or two causes deep (an `AggregateError` for two
 * addresses).
 */
export function nativeCode(error: unknown, depth = 0): string {
  if (typeof error !== 'object' || error === null || depth > 4) return '';
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  const inner = nativeCode(cause, depth + 1);
  return inner !== '' ? inner : typeof code === 'string' ? code : '';
}

const TLS =
  /^(?:ERR_(?:TLS|SSL)_|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE)/;

/** Recognises codes that only connecting produces, so that they prove by themselves that nothing was written. */
export function provesUnsent(code: string): boolean {
  return code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN';
}

/**
 * Recognises codes with which undici refuses to create a request, for its dispatcher is of another version or closed.
 * The last may come later too: they prove nothing where a request was created.
 */
export function refusesEveryRequest(code: string): boolean {
  return /^UND_ERR_(?:INVALID_ARG|NOT_SUPPORTED|DESTROYED|CLOSED)$/.test(code);
}

/** Recognises the name of a native code, which cannot contain anything of a request. */
export function isNativeCode(value: unknown): value is string {
  return typeof value === 'string' && /^(?!.*\d{5})(?=.{2,48}$)[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/.test(value);
}

/** Maps a native code of a failure before anything was written to ours. */
export function unsentCode(code: string): TransportFailureCode {
  if (code === 'ECONNREFUSED') return 'connection_refused';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'host_not_found';
  return TLS.test(code) ? 'tls_failed' : 'connection_failed';
}
