export { canDecide } from './contract/can-decide.ts';
export type { Capabilities, Support, LookupKey } from './contract/capabilities.ts';
export type {
  CallOptions,
  CaptureClient,
  CaptureOptions,
  LookupClient,
  PreparedRequest,
  PrepareOptions,
  ProviderClient,
} from './contract/client.ts';
export type { EndpointOptions, Environment, Environments } from './contract/environment.ts';
export type { HookContext, ClientHooks } from './contract/hooks.ts';
export type { LookupCandidate, LookupResult } from './contract/lookup-result.ts';
export {
  type AmountCheck,
  type CapturedResult,
  type CaptureResult,
  type EvidenceCheck,
  type DeclinedResult,
  type LookupKeys,
  type PendingResult,
  type ProviderTime,
  type UnknownResult,
  type UnknownReason,
  type UnsentResult,
} from './contract/result.ts';
export type { WebhookEvent, WebhookClient, WebhookVerdict } from './contract/webhook-event.ts';
export type { HeaderReader, WebhookBody, WebhookHeaders } from './contract/webhook-headers.ts';
export {
  CaptureError,
  type CaptureErrorDetails,
  DeclinedError,
  type ErrorData,
  UnknownOutcomeError,
  UnsentError,
} from './errors/capture-error.ts';
export { ERROR_CODES, type ErrorCategory, type ErrorCode } from './errors/error-codes.ts';
export { ERROR_DETAILS, type ErrorDetail, type ErrorDetailSource } from './errors/error-details.ts';
export {
  type InputIssue,
  type InvalidInputDetails,
  InvalidAmountError,
  InvalidOptionsError,
  InvalidRequestError,
} from './errors/invalid-input.ts';
export { printable } from './errors/printable.ts';
export { CURRENCIES, currencyExponent } from './money/currencies.ts';
export { formatMajor, type Money, money, parseMajor, sameMoney } from './money/money.ts';
export { acceptedOrThrow } from './accepted-or-throw.ts';
export { assertNever } from './assert-never.ts';
export { Secret } from './secrets/secret.ts';
export {
  resolveOutcome,
  lookupDelay,
  LOOKUP_DELAYS,
  type Resolution,
  type ResolveOptions,
  type Unresolved,
} from './resolve-outcome.ts';
export type { SignatureExplanation } from './signing/signature.ts';
export type { Fetch } from './transport/fetch.ts';
export {
  type FailurePhase,
  type Operation,
  type SendContext,
  type Transport,
  TransportError,
  type TransportFailureCode,
  type TransportFailureFacts,
  type WireRequest,
  type WireResponse,
} from './transport/http.ts';
