export { answerObject } from './schemas/response-object.ts';
export { type BodyValue, type Call } from './provider/call.ts';
export { type Capabilities, type Documented, type LookupKey } from './contract/capabilities.ts';
export { type CaptureClient, createClient, type LookupClient } from './pipeline/create-client.ts';
export {
  type CheckedOptions,
  type CheckedRequest,
  type JudgeContext,
  type LookupDefinition,
  type PreparedRequest,
  type ProviderDefinition,
  type SignedCall,
} from './provider/definition.ts';
export { type CallOptions } from './pipeline/send-request.ts';
export { amount, card, id, ipAddress, newReference, reference, text, webAddress } from './schemas/request-fields.ts';
export { type HookContext, type Hooks } from './contract/hooks.ts';
export { type LookupResult, type LookupVerdict } from './pipeline/lookup-result.ts';
export { baseUrl, clientOptions, credential, headerCredential } from './schemas/options.ts';
export { markEarlier } from './schemas/flag-duplicate-hints.ts';
export { isoTime, localTime } from './provider/time.ts';
export { type Schema } from './schemas/validation.ts';
export {
  type AcceptedVerdict,
  contradictory,
  type DeclinedVerdict,
  declined,
  ifPresent,
  mustBe,
  type ProviderWords,
  type Reported,
  undecided,
  type UnknownVerdict,
  type Verdict,
} from './provider/verdict.ts';
export { exactMajorNumber } from './provider/amount-form.ts';
export { signBody } from './provider/sign-body.ts';
export {
  type Notification,
  type NotificationContent,
  type RawNotification,
  type Verifier,
  verifier,
  type WebhookClient,
  type WebhookDefinition,
  type WebhookVerdict,
} from './pipeline/verify-webhook.ts';
export { type WebhookHeaders } from './contract/webhook-headers.ts';
export { parseStrictJson } from './transport/strict-json.ts';
