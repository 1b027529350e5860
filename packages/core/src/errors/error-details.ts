/**
 * The step at which the trouble of an {@link ErrorDetail} was seen: the name server (`dns`), the `connection`, the
 * `tls` handshake, a `proxy` on the way, or the `response`.
 */
export type ErrorDetailSource = 'dns' | 'connection' | 'tls' | 'proxy' | 'response';

const entry = <const S extends ErrorDetailSource>(source: S, meaning: string) => ({ source, meaning });

/**
 * Every detail of a {@link CaptureError}, with the step and the meaning. The list is closed: a detail stands in for the
 * error of the network or of the parser, whose own words may contain the request and are never kept.
 */
export const ERROR_DETAILS = {
  dns_not_found: entry('dns', 'the host name does not exist'),
  dns_temporary_failure: entry('dns', 'the name server gave no usable response; it may later'),
  dns_timed_out: entry('dns', 'the host name was not resolved in time'),
  connection_refused: entry('connection', 'nothing listens at this address and port'),
  connection_reset: entry('connection', 'the other side reset the connection'),
  connection_closed: entry('connection', 'the other side closed the connection'),
  connection_timed_out: entry('connection', 'no connection was established in time'),
  host_unreachable: entry('connection', 'there is no route to the host'),
  connection_forbidden: entry('connection', 'this machine does not permit the connection'),
  out_of_resources: entry('connection', 'this machine has no free port, file handle or address'),
  http_client_refused: entry(
    'connection',
    'the HTTP client refused the request: an invalid address or header, a blocked port',
  ),
  transport_misconfigured: entry(
    'connection',
    'the transport can send no request: a faulty `fetch`, or a dispatcher that is closed or not of the undici of its `fetch`',
  ),
  last_check: entry('connection', 'the last check before the first byte, which the caller gave, refused it'),
  intercepted: entry(
    'connection',
    'a library such as msw or nock replaces the connections of node:http in this process; leave `transport` out there',
  ),
  certificate_expired: entry('tls', 'the certificate of the server has expired'),
  certificate_not_yet_valid: entry('tls', 'the certificate of the server is not valid yet; check the clock'),
  certificate_host_mismatch: entry('tls', 'the certificate of the server is for another host name'),
  certificate_self_signed: entry('tls', 'a self-signed certificate is not trusted'),
  certificate_unknown_authority: entry('tls', 'the authority that issued the certificate is not trusted'),
  certificate_revoked: entry('tls', 'the certificate of the server was revoked'),
  certificate_rejected: entry('tls', 'the certificate of the server is not acceptable'),
  client_certificate_required: entry('tls', 'the server demands a certificate from the client'),
  tls_version_mismatch: entry('tls', 'client and server have no version of TLS in common'),
  tls_not_spoken: entry('tls', 'the server does not speak TLS at this port'),
  tls_handshake_failed: entry(
    'tls',
    'the TLS handshake failed: no cipher in common, or a client certificate is demanded',
  ),
  proxy_authentication_required: entry('proxy', 'the proxy demands credentials (407); check its user and password'),
  proxy_refused: entry('proxy', 'the proxy refused to connect to the host; have the host and its port allowed there'),
  proxy_unreachable: entry('proxy', 'no connection to the proxy was established; check its host and port'),
  proxy_tls_failed: entry('proxy', 'no trusted TLS connection to the proxy was established; is its authority in `ca`?'),
  proxy_timed_out: entry('proxy', 'the proxy did not connect to the host in time'),
  proxy_not_http: entry('proxy', 'the proxy breaks the rules of HTTP; is its address that of an HTTP proxy?'),
  truncated: entry('response', 'the response ends before it is complete'),
  not_http: entry('response', 'the response breaks the rules of HTTP'),
  content_encoding: entry('response', 'the response is compressed or encoded, which was not requested'),
  charset: entry('response', 'the response is not in UTF-8, or not in the charset that it states'),
  not_utf_8: entry('response', 'the response contains bytes that are not UTF-8'),
  too_long: entry('response', 'the response is longer than the limit'),
  empty_body: entry('response', 'the response has no body'),
  html_page: entry('response', 'the response is an HTML page'),
  not_json: entry('response', 'the response is not JSON'),
  repeated_key: entry('response', 'a key occurs twice in one object of the response'),
  inexact_number: entry('response', 'a number of the response has more digits than can be read exactly'),
  unsafe_json: entry('response', 'the JSON of the response is nested too deeply, or has a key that is not safe'),
  not_an_object: entry('response', 'the response is JSON, but not an object'),
  member_missing: entry('response', 'the response lacks a member'),
  member_type: entry('response', 'a member of the response has an undocumented type'),
} as const;

/** A detail of {@link ERROR_DETAILS}. */
export type ErrorDetail = keyof typeof ERROR_DETAILS;

/** Recognises a detail of the list, also where another version of this package made it. */
export function isErrorDetail(value: unknown): value is ErrorDetail {
  return typeof value === 'string' && Object.hasOwn(ERROR_DETAILS, value);
}
