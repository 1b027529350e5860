export { CURRENCIES, currencyExponent } from './currencies.ts';
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
export { formatMajor, type Money, money, readMajor, sameMoney } from './money.ts';
export type { Capabilities, Documented, LookupKey } from './provider/capabilities.ts';
export type { CaptureClient, LookupClient } from './provider/client.ts';
export type { PreparedRequest } from './provider/definition.ts';
export type { CallOptions } from './provider/exchange.ts';
export type { HookContext, Hooks } from './provider/hooks.ts';
export type { LookupResult } from './provider/lookup.ts';
export type { Notification, WebhookClient, WebhookVerdict } from './provider/webhook.ts';
export type { WebhookHeaders } from './provider/webhook-headers.ts';
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
} from './result.ts';
export { Secret } from './secret.ts';
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
} from './transport/wire.ts';
