import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { ERROR_DETAILS, isErrorDetail } from '../errors/error-details.ts';
import { failureDetail } from './failure-detail.ts';

/** An error as `fetch` throws it: the native one is the cause. */
const failed = (members: object) => new TypeError('fetch failed', { cause: Object.assign(new Error('x'), members) });

test.each([
  ['ENOTFOUND', 'dns_not_found'],
  ['EAI_AGAIN', 'dns_temporary_failure'],
  ['EAI_FAIL', 'dns_temporary_failure'],
  ['ECONNREFUSED', 'connection_refused'],
  ['EPIPE', 'connection_closed'],
  ['UND_ERR_SOCKET', 'connection_closed'],
  ['ETIMEDOUT', 'connection_timed_out'],
  ['UND_ERR_CONNECT_TIMEOUT', 'connection_timed_out'],
  ['EHOSTUNREACH', 'host_unreachable'],
  ['ENETUNREACH', 'host_unreachable'],
  ['ENETDOWN', 'host_unreachable'],
  ['EACCES', 'connection_forbidden'],
  ['EPERM', 'connection_forbidden'],
  ['EMFILE', 'out_of_resources'],
  ['ENFILE', 'out_of_resources'],
  ['EADDRNOTAVAIL', 'out_of_resources'],
  ['UND_ERR_INVALID_ARG', 'transport_misconfigured'],
  ['UND_ERR_NOT_SUPPORTED', 'transport_misconfigured'],
  ['UND_ERR_DESTROYED', 'transport_misconfigured'],
  ['UND_ERR_CLOSED', 'transport_misconfigured'],
  ['ERR_INVALID_CHAR', 'http_client_refused'],
  ['ERR_UNESCAPED_CHARACTERS', 'http_client_refused'],
  ['ERR_HTTP_INVALID_HEADER_VALUE', 'http_client_refused'],
  ['CERT_HAS_EXPIRED', 'certificate_expired'],
  ['ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED', 'certificate_expired'],
  ['CERT_NOT_YET_VALID', 'certificate_not_yet_valid'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate_host_mismatch'],
  ['ERR_TLS_CERT_ALTNAME_FORMAT', 'certificate_host_mismatch'],
  ['HOSTNAME_MISMATCH', 'certificate_host_mismatch'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate_self_signed'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate_self_signed'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate_unknown_authority'],
  ['UNABLE_TO_GET_ISSUER_CERT', 'certificate_unknown_authority'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'certificate_unknown_authority'],
  ['CERT_UNTRUSTED', 'certificate_unknown_authority'],
  ['ERR_SSL_TLSV1_ALERT_UNKNOWN_CA', 'certificate_unknown_authority'],
  ['CERT_REVOKED', 'certificate_revoked'],
  ['CERT_SIGNATURE_FAILURE', 'certificate_rejected'],
  ['CERT_CHAIN_TOO_LONG', 'certificate_rejected'],
  ['INVALID_PURPOSE', 'certificate_rejected'],
  ['UNABLE_TO_DECRYPT_CERT_SIGNATURE', 'certificate_rejected'],
  ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'client_certificate_required'],
  ['ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE', 'certificate_rejected'],
  ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'tls_version_mismatch'],
  ['ERR_SSL_UNSUPPORTED_PROTOCOL', 'tls_version_mismatch'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls_not_spoken'],
  ['ERR_SSL_PACKET_LENGTH_TOO_LONG', 'tls_not_spoken'],
  ['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', 'tls_handshake_failed'],
  ['EPROTO', 'tls_handshake_failed'],
  ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'truncated'],
  ['HPE_INVALID_CONSTANT', 'not_http'],
  ['UND_ERR_HEADERS_OVERFLOW', 'not_http'],
  ['E_UNHEARD_OF', undefined],
  ['constructor', undefined],
  ['', undefined],
])('the code %s means %s', (code, detail) => {
  expect(failureDetail(failed({ code }))).toBe(detail);
  expect(failureDetail(Object.assign(new Error('x'), { code }))).toBe(detail);
  if (detail !== undefined) expect(isErrorDetail(detail)).toBe(true);
});

test('a reset is distinguished from an end by the system call, which only a reset has', () => {
  expect(failureDetail(failed({ code: 'ECONNRESET', syscall: 'read' }))).toBe('connection_reset');
  expect(failureDetail(failed({ code: 'ECONNRESET' }))).toBe('connection_closed');
});

test.each([
  ['Proxy response (407) !== 200 when HTTP Tunneling', 'proxy_authentication_required'],
  ['Proxy Authentication Required (407)', 'proxy_authentication_required'],
  ['Proxy response (503) !== 200 when HTTP Tunneling', 'proxy_refused'],
  ['Response does not match the HTTP/1.1 protocol (Expected HTTP/)', 'not_http'],
  ['bad port', 'http_client_refused'],
  ['it said: Proxy response (407)', 'connection_closed'],
])('the message "%s" means %s, whatever the code', (message, detail) => {
  expect(failureDetail(failed({ code: 'UND_ERR_SOCKET', message }))).toBe(detail);
});

test('the cause that is deepest decides, and a proxy that cannot be reached is no server that refuses', () => {
  const refused = Object.assign(new Error('x'), { code: 'ECONNREFUSED' });
  const proxy = Object.assign(new Error('x', { cause: refused }), { code: 'UND_ERR_PRX_CONN' });
  expect(failureDetail(new Error('x', { cause: refused }))).toBe('connection_refused');
  expect(failureDetail(new Error('x', { cause: proxy }))).toBe('proxy_unreachable');
});

test('whatever ends a response after its head has cut it short, unless it breaks HTTP', () => {
  expect(failureDetail(failed({ code: 'ECONNRESET', syscall: 'read' }), {})).toBe('truncated');
  expect(failureDetail(undefined, {})).toBe('truncated');
  expect(failureDetail(failed({ code: 'HPE_INVALID_CHUNK_SIZE' }), {})).toBe('not_http');
});

test.each([undefined, null, 'ECONNREFUSED', 7, {}, { code: 5, message: {}, cause: 'x' }])(
  'an error that is %s has no detail',
  (error) => {
    expect(failureDetail(error)).toBeUndefined();
  },
);

test('an error that is its own cause ends', () => {
  const error = Object.assign(new Error('x'), { code: 'ECONNREFUSED' });
  error.cause = error;
  expect(failureDetail(error)).toBe('connection_refused');
});

test('every detail has a step and a meaning on one line', () => {
  for (const { source, meaning } of Object.values(ERROR_DETAILS)) {
    expect(['dns', 'connection', 'tls', 'proxy', 'response']).toContain(source);
    expect(meaning).toMatch(/^[a-zJ][^\n.]{10,130}$/);
  }
  expect(inspect(isErrorDetail('toString'))).toBe('false');
});
