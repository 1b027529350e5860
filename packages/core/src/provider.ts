export { type Capabilities, type Support, type LookupKey } from './contract/capabilities.ts';
export type {
  CallOptions,
  CaptureClient,
  CaptureOptions,
  LookupClient,
  PreparedRequest,
  PrepareOptions,
  ProviderClient,
} from './contract/client.ts';
export { type HookContext, type ClientHooks } from './contract/hooks.ts';
export type { EndpointOptions, Environment, Environments } from './contract/environment.ts';
export type { LookupResult } from './contract/lookup-result.ts';
export type { WebhookEvent, WebhookClient, WebhookVerdict } from './contract/webhook-event.ts';
export { type WebhookBody, type WebhookHeaders } from './contract/webhook-headers.ts';
export { defineProvider } from './pipeline/define-provider.ts';
export { inquiry } from './pipeline/inquiry.ts';
export { verifier } from './pipeline/verify-webhook.ts';
export { exactMajorNumber } from './provider/amount-form.ts';
export { type BodyValue, type Call } from './provider/call.ts';
export { allAgree, ifGiven, mustNotBe } from './provider/checks.ts';
export { codeTable } from './provider/code-table.ts';
export {
  type CheckedOptions,
  type CheckedRequest,
  type DeclaredOperations,
  type JudgeContext,
  type LookupDefinition,
  type ProviderAdvice,
  type ProviderDefinition,
  type SignedCall,
  type StorableFields,
} from './provider/definition.ts';
export { DUPLICATE_HINTS } from './provider/duplicate-hints.ts';
export { type Endpoint, type EndpointChoice } from './provider/endpoint.ts';
export { errorMessages } from './provider/error-messages.ts';
export { signBody } from './provider/sign-body.ts';
export { isoTime, localTime } from './provider/time.ts';
export {
  type AcceptedVerdict,
  contradictory,
  type DeclinedVerdict,
  type FoundCapture,
  ifPresent,
  type LookupVerdict,
  mustBe,
  type StatedFacts,
  refused,
  type ReportedAmount,
  type StatedEnvironment,
  undecided,
  type UnknownVerdict,
  type Verdict,
} from './provider/verdict.ts';
export type {
  NotificationContent,
  RawNotification,
  Verifier,
  WebhookDefinition,
} from './provider/webhook-definition.ts';
export { withHeaders } from './provider/with-headers.ts';
export { flagDuplicateHints } from './schemas/flag-duplicate-hints.ts';
export { matching, wholeNumber } from './schemas/matching.ts';
export {
  optionalNumberOrString,
  optionalString,
  optionalStrings,
  shown,
  shownStrings,
  words,
} from './schemas/members.ts';
export { baseUrl, clientOptions, credential, endpointOptions, headerCredential } from './schemas/options.ts';
export {
  amount,
  bodyReference,
  card,
  id,
  ipAddress,
  newReference,
  reference,
  text,
  webAddress,
} from './schemas/request-fields.ts';
export { responseObject } from './schemas/response-object.ts';
export { rsaPublicKey } from './schemas/rsa-public-key.ts';
export { type Schema } from './schemas/validation.ts';
export { basicCredential } from './secrets/basic-credential.ts';
export { holdsCardLikeNumber } from './secrets/card-like-text.ts';
export { parseResponseJson } from './transport/response-json.ts';
export { parseStrictJson } from './transport/strict-json.ts';
