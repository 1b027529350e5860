/**
 * Whose move it is: `payment` (the bank or the provider refused the money), `request` (it refused what was asked), `credentials`, `limit`,
 * `transport` (the way there or back failed), `answer` (an answer came that is unreadable, contradictory or about something else).
 */
export type ErrorCategory = 'payment' | 'request' | 'credentials' | 'limit' | 'transport' | 'answer';

const ASK_CUSTOMER = 'Ask the customer for another way to pay.';
const FIX_REQUEST = 'Correct the request; sending the same again will be refused again.';
const LOOK_UP = 'Do not send again. Look the payment up before anything else.';
const SEND_AGAIN = 'Nothing left this machine. The same capture may be sent again.';
const STOP =
  'Nothing left this machine. Find the cause before sending again: it is a fault of configuration, or somebody in the way.';

const entry = <const C extends ErrorCategory>(category: C, says: string, advice: string) => ({
  category,
  says,
  advice,
});

/** Every code of a {@link CaptureError}, with its category, what it says, and what to do now. The list is closed. */
export const ERROR_CODES = {
  declined: entry('payment', 'the payment was refused without a finer reason', ASK_CUSTOMER),
  insufficient_funds: entry('payment', 'there is not enough money on the account', ASK_CUSTOMER),
  card_expired: entry('payment', 'the card has expired', ASK_CUSTOMER),
  card_invalid: entry('payment', 'the card number or account is not valid', ASK_CUSTOMER),
  cvv_invalid: entry('payment', 'the security code was refused', ASK_CUSTOMER),
  card_lost_or_stolen: entry('payment', 'the card is reported lost or stolen', ASK_CUSTOMER),
  suspected_fraud: entry('payment', 'the payment was refused on suspicion of fraud', 'Do not retry. Review the order.'),
  authentication_failed: entry('payment', 'the customer was not authenticated (3-D Secure)', ASK_CUSTOMER),
  limit_exceeded: entry('payment', 'a limit of the card, the account or the provider was exceeded', ASK_CUSTOMER),
  authorization_not_found: entry('request', 'the provider knows no such authorization', FIX_REQUEST),
  authorization_expired: entry(
    'request',
    'the authorization has expired',
    'Authorize again, then capture the new authorization.',
  ),
  authorization_not_capturable: entry(
    'request',
    'the authorization is not in a state that can be captured',
    FIX_REQUEST,
  ),
  amount_exceeds_authorization: entry('request', 'more was asked than is left on the authorization', FIX_REQUEST),
  currency_not_supported: entry('request', 'the currency was refused', FIX_REQUEST),
  invalid_request: entry('request', 'the provider refused the form or the content of the request', FIX_REQUEST),
  operation_not_allowed: entry(
    'request',
    'the account may not do this operation',
    'Ask the provider to enable it for the account.',
  ),
  already_captured: entry('request', 'the provider says that it was captured before, perhaps by us', LOOK_UP),
  duplicate_reference: entry(
    'request',
    'the provider has seen this reference or request before, perhaps from us',
    LOOK_UP,
  ),
  credentials_rejected: entry(
    'credentials',
    'the key, the account or the source address was refused',
    'Check credentials, account and allowed addresses.',
  ),
  signature_rejected: entry(
    'credentials',
    'the signature was refused',
    'Compare with prepare(request).signature; check the secret.',
  ),
  rate_limited: entry('limit', 'the provider asks for fewer requests', 'Wait, then send again.'),
  connection_refused: entry('transport', 'nobody accepted the connection', SEND_AGAIN),
  host_not_found: entry('transport', 'the name of the host does not resolve', SEND_AGAIN),
  connection_failed: entry('transport', 'the connection failed before anything was written', SEND_AGAIN),
  tls_failed: entry('transport', 'no trusted TLS connection could be made', STOP),
  timeout: entry('transport', 'the deadline passed', LOOK_UP),
  aborted: entry('transport', 'the caller aborted', LOOK_UP),
  connection_lost: entry('transport', 'the connection was lost after something was written', LOOK_UP),
  transport_failed: entry('transport', 'the transport failed without saying how far the request got', LOOK_UP),
  provider_error: entry(
    'answer',
    'the provider reports a fault of its own, which does not say what became of the money',
    LOOK_UP,
  ),
  unexpected_redirect: entry('answer', 'the answer was a redirect, which is never followed', LOOK_UP),
  unreadable_answer: entry('answer', 'the answer is not what the provider documents', LOOK_UP),
  contradictory_answer: entry('answer', 'the answer contradicts itself', LOOK_UP),
  unknown_status: entry('answer', 'the answer uses a status or code that is not documented', LOOK_UP),
  amount_differs: entry(
    'answer',
    'the answer reports another amount or currency than was asked',
    `${LOOK_UP} Then tell the provider.`,
  ),
  other_payment: entry('answer', 'the answer is about another payment', `${LOOK_UP} Then tell the provider.`),
} as const;

/** A code of {@link ERROR_CODES}, in the field's standard words. */
export type ErrorCode = keyof typeof ERROR_CODES;
