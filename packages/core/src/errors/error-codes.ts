/**
 * The party that has to act, or the step that failed: `payment` (declined by the issuer or the provider), `request`
 * (the provider refused the request), `credentials`, `limit`, `transport` (the request or its response was lost),
 * `response` (the response is unreadable, contradictory or about something else).
 */
export type ErrorCategory = 'payment' | 'request' | 'credentials' | 'limit' | 'transport' | 'response';

const ASK_CUSTOMER = 'Ask the customer for another payment method.';
const FIX_REQUEST = 'Correct the request. The same request will be refused again.';
const LOOK_UP = 'Do not send again. Look up the payment first.';
const LOOK_FIRST =
  'Look up earlier captures of the authorization first: one whose response was lost may be the reason. Else correct the request.';
const SEND_AGAIN = 'Nothing was sent. The same capture may be sent again.';
const STOP = 'Nothing was sent. Find the cause before you send again: a misconfiguration or an intercepting proxy.';

const entry = <const C extends ErrorCategory>(category: C, meaning: string, advice: string) => ({
  category,
  meaning,
  advice,
});

/** Every code of a {@link CaptureError}, with its category, its meaning and the next step. The list is closed. */
export const ERROR_CODES = {
  declined: entry('payment', 'the payment was declined without a specific reason', ASK_CUSTOMER),
  insufficient_funds: entry('payment', 'insufficient funds', ASK_CUSTOMER),
  card_expired: entry('payment', 'the card has expired', ASK_CUSTOMER),
  card_invalid: entry('payment', 'the card number or account is invalid', ASK_CUSTOMER),
  cvv_invalid: entry('payment', 'the security code was refused', ASK_CUSTOMER),
  card_lost_or_stolen: entry('payment', 'the card is reported lost or stolen', ASK_CUSTOMER),
  suspected_fraud: entry('payment', 'the payment was declined for suspected fraud', 'Do not retry. Review the order.'),
  authentication_failed: entry('payment', 'the cardholder was not authenticated (3-D Secure)', ASK_CUSTOMER),
  limit_exceeded: entry('payment', 'a limit of the card, the account or the provider was exceeded', ASK_CUSTOMER),
  authorization_not_found: entry('request', 'the provider has no such authorization', FIX_REQUEST),
  authorization_expired: entry(
    'request',
    'the authorization has expired',
    'Authorize again, then capture the new authorization.',
  ),
  authorization_not_capturable: entry('request', 'the authorization is not in a state to be captured', LOOK_FIRST),
  amount_exceeds_authorization: entry('request', 'the amount exceeds the rest of the authorization', LOOK_FIRST),
  currency_not_supported: entry('request', 'the currency is not supported', FIX_REQUEST),
  invalid_request: entry('request', 'the provider refused the request as invalid', FIX_REQUEST),
  operation_not_allowed: entry(
    'request',
    'the account is not allowed to perform this operation',
    'Ask the provider to enable it for the account.',
  ),
  already_captured: entry('request', 'the provider reports an earlier capture, possibly ours', LOOK_UP),
  duplicate_reference: entry(
    'request',
    'the provider has seen this reference or request before, possibly from us',
    LOOK_UP,
  ),
  credentials_rejected: entry(
    'credentials',
    'the key, the account or the source address was refused',
    'Check the credentials, the account and the allowed IP addresses.',
  ),
  signature_rejected: entry(
    'credentials',
    'the signature was refused',
    'Compare it with prepare(request).signature; check the secret.',
  ),
  rate_limited: entry('limit', 'the provider limits the rate of requests', 'Wait, then send again.'),
  connection_refused: entry('transport', 'connection refused', SEND_AGAIN),
  host_not_found: entry('transport', 'the host name could not be resolved', SEND_AGAIN),
  connection_failed: entry('transport', 'the connection failed before anything was written', SEND_AGAIN),
  tls_failed: entry('transport', 'no trusted TLS connection could be established', STOP),
  timeout: entry('transport', 'the deadline passed', LOOK_UP),
  aborted: entry('transport', 'the caller aborted', LOOK_UP),
  connection_lost: entry('transport', 'the connection was lost after something was written', LOOK_UP),
  transport_failed: entry('transport', 'the transport failed without reporting how far the request got', LOOK_UP),
  provider_error: entry(
    'response',
    'the provider reports an error of its own, which leaves the outcome of the payment open',
    LOOK_UP,
  ),
  unexpected_redirect: entry('response', 'the response was a redirect, which is never followed', LOOK_UP),
  unreadable_response: entry('response', 'the response is not what the provider documents', LOOK_UP),
  contradictory_response: entry('response', 'the response contradicts itself', LOOK_UP),
  unknown_status: entry('response', 'the response uses an undocumented status or code', LOOK_UP),
  amount_differs: entry(
    'response',
    'the response reports a different amount or currency from the requested one',
    `${LOOK_UP} Then notify the provider.`,
  ),
  other_payment: entry('response', 'the response is about a different payment', `${LOOK_UP} Then notify the provider.`),
} as const;

/** A code of {@link ERROR_CODES}, in the field's standard words. */
export type ErrorCode = keyof typeof ERROR_CODES;
