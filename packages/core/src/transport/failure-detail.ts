import type { ErrorDetail } from '../errors/error-details.ts';

/** Codes of Node, OpenSSL and undici, as prefixes: the first that fits decides. */
const CODES: readonly (readonly [RegExp, ErrorDetail])[] = [
  [/^ENOTFOUND$/, 'dns_not_found'],
  [/^EAI_/, 'dns_temporary_failure'],
  [/^ECONNREFUSED$/, 'connection_refused'],
  [/^ECONNRESET$|^ECONNABORTED$/, 'connection_reset'],
  [/^EPIPE$|^UND_ERR_SOCKET$/, 'connection_closed'],
  [/^ETIMEDOUT$|^UND_ERR_CONNECT_TIMEOUT$/, 'connection_timed_out'],
  [/^E(?:HOST|NET)(?:UNREACH|DOWN)$/, 'host_unreachable'],
  [/^EACCES$|^EPERM$/, 'connection_forbidden'],
  [/^E[MN]FILE$|^EADDRNOTAVAIL$|^ENOBUFS$|^ENOMEM$/, 'out_of_resources'],
  [/^UND_ERR_(?:INVALID_ARG|NOT_SUPPORTED|DESTROYED|CLOSED)$/, 'transport_misconfigured'],
  [/^ERR_INVALID_|^ERR_UNESCAPED_|^ERR_HTTP_/, 'http_client_refused'],
  [/^CERT_HAS_EXPIRED$|CERTIFICATE_EXPIRED$/, 'certificate_expired'],
  [/^CERT_NOT_YET_VALID$/, 'certificate_not_yet_valid'],
  [/^ERR_TLS_CERT_ALTNAME_|^HOSTNAME_MISMATCH$/, 'certificate_host_mismatch'],
  [/SELF_SIGNED_CERT/, 'certificate_self_signed'],
  [/^UNABLE_TO_(?:GET_ISSUER|VERIFY_LEAF)|^CERT_UNTRUSTED$|ALERT_UNKNOWN_CA$/, 'certificate_unknown_authority'],
  [/^CERT_REVOKED$|CERTIFICATE_REVOKED$/, 'certificate_revoked'],
  [/ALERT_CERTIFICATE_REQUIRED$/, 'client_certificate_required'],
  [/^CERT_|^UNABLE_TO_|^INVALID_(?:CA|PURPOSE)|_BAD_CERTIFICATE$|CERTIFICATE_/, 'certificate_rejected'],
  [/PROTOCOL_VERSION$|UNSUPPORTED_PROTOCOL$|_VERSION_TOO_LOW$/, 'tls_version_mismatch'],
  [/^ERR_SSL_(?:WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTPS?_)/, 'tls_not_spoken'],
  [/^ERR_(?:TLS|SSL)_|^EPROTO$/, 'tls_handshake_failed'],
  [/^UND_ERR_RES_CONTENT_LENGTH_MISMATCH$/, 'truncated'],
  [/^HPE_|^UND_ERR_HEADERS_OVERFLOW$/, 'not_http'],
];

interface NativeError {
  readonly code?: unknown;
  readonly cause?: unknown;
  readonly syscall?: unknown;
  readonly message?: unknown;
}

/**
 * Names the trouble behind an error of Node or of its `fetch`. The code decides, or one of a few messages of undici;
 * nothing of the error is kept. Whatever ends a response after its `head` has cut it short.
 */
export function failureDetail(error: unknown, head?: object): ErrorDetail | undefined {
  const chain = causesOf(error);
  const worded = chain.map(({ message }) => detailOfMessage(message)).find((found) => found !== undefined);
  if (worded) return worded;
  if (chain.some(({ code }) => code === 'UND_ERR_PRX_CONN')) return 'proxy_unreachable';
  const innermost = chain.findLast(({ code }) => typeof code === 'string' && code !== '');
  const detail = CODES.find(([pattern]) => pattern.test(String(innermost?.code)))?.[1];
  // Node reports the end of a connection with the code of a reset, but without the system call that failed.
  const exact = detail === 'connection_reset' && innermost?.syscall === undefined ? 'connection_closed' : detail;
  return head === undefined || exact === 'not_http' ? exact : 'truncated';
}

/** The status with which a proxy refused, as undici reports it. */
export function proxyStatus(error: unknown): number | undefined {
  const statuses = causesOf(error).map(({ message }) => /^Proxy response \((\d{3})\)/.exec(String(message))?.[1]);
  return Number(statuses.find((status) => status !== undefined)) || undefined;
}

/** Messages of undici whose code says nothing, or something else. */
const MESSAGES: readonly (readonly [RegExp, ErrorDetail])[] = [
  [/^Proxy (?:response|Authentication Required) \(407\)/, 'proxy_authentication_required'],
  [/^Proxy response \(\d{3}\)/, 'proxy_refused'],
  [/^Response does not match the HTTP/, 'not_http'],
  [/^bad port$/, 'http_client_refused'],
  // Of a caller's own `fetch`, or of a dispatcher that is none.
  [/ is not a function$|^Cannot read properties of /, 'transport_misconfigured'],
];

function detailOfMessage(message: unknown): ErrorDetail | undefined {
  return typeof message === 'string' ? MESSAGES.find(([pattern]) => pattern.test(message))?.[1] : undefined;
}

/** An error and its causes, from the outside in. */
function causesOf(error: unknown): NativeError[] {
  const chain: NativeError[] = [];
  for (let one = error; typeof one === 'object' && one !== null && chain.length < 5; one = (one as NativeError).cause)
    chain.push(one);
  return chain;
}
