export { CURRENCIES, currencyExponent } from './money/currencies.ts';
export {
  CaptureError,
  type CaptureErrorDetails,
  DeclinedError,
  UnknownOutcomeError,
  UnsentError,
} from './errors/capture-error.ts';
export { ERROR_CODES, type ErrorCategory, type ErrorCode } from './errors/error-codes.ts';
export {
  type InputIssue,
  type InvalidInputDetails,
  InvalidOptionsError,
  InvalidRequestError,
} from './errors/invalid-input.ts';
export { formatMajor, type Money, money, readMajor, sameMoney } from './money/money.ts';
export type { Capabilities, Documented, LookupKey } from './contract/capabilities.ts';
export type { CaptureClient, LookupClient } from './pipeline/create-client.ts';
export type { PreparedRequest } from './provider/definition.ts';
export type { CallOptions } from './pipeline/send-request.ts';
export type { HookContext, Hooks } from './contract/hooks.ts';
export type { LookupResult } from './pipeline/lookup-result.ts';
export type { Notification, WebhookClient, WebhookVerdict } from './pipeline/verify-webhook.ts';
export type { WebhookHeaders } from './contract/webhook-headers.ts';
export {
  type AmountCheck,
  type CapturedResult,
  type CaptureResult,
  type Check,
  type DeclinedResult,
  type LookupKeys,
  orThrow,
  type PendingResult,
  type ProviderTime,
  type UnknownResult,
  type UnknownStage,
  type UnsentResult,
} from './contract/result.ts';
export { Secret } from './secrets/secret.ts';
export { SETTLE_SCHEDULE, settle, type Settlement, type SettleOptions, type Unsettled } from './settle.ts';
export type { Signature } from './signing/signature.ts';
export { createKyTransport, type Fetch } from './transport/ky-transport.ts';
export {
  type FailurePhase,
  type Transport,
  TransportError,
  type TransportFailureCode,
  type WireRequest,
  type WireResponse,
} from './transport/http.ts';
