export { answerObject } from './answer-object.ts';
export { type BodyValue, type Call } from './call.ts';
export { type Capabilities, type Documented, type LookupKey } from './capabilities.ts';
export { type CaptureClient, createClient, type LookupClient } from './client.ts';
export {
  type CheckedOptions,
  type CheckedRequest,
  type JudgeContext,
  type LookupDefinition,
  type PreparedRequest,
  type ProviderDefinition,
  type SignedCall,
} from './definition.ts';
export { type CallOptions } from './exchange.ts';
export { amount, card, id, ipAddress, newReference, reference, text, webAddress } from './fields.ts';
export { type HookContext, type Hooks } from './hooks.ts';
export { type LookupResult, type LookupVerdict } from './lookup.ts';
export { baseUrl, clientOptions, credential, headerCredential } from './options.ts';
export { markEarlier } from './mark-earlier.ts';
export { isoTime, localTime } from './time.ts';
export { type Schema } from './validation.ts';
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
} from './verdict.ts';
export { exactMajorNumber } from './amount-form.ts';
export { signBody } from './sign-body.ts';
export {
  type Notification,
  type NotificationContent,
  type RawNotification,
  type Verifier,
  verifier,
  type WebhookClient,
  type WebhookDefinition,
  type WebhookVerdict,
} from './webhook.ts';
export { type WebhookHeaders } from './webhook-headers.ts';
export { parseStrictJson } from '../strict-json.ts';
