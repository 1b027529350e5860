import {
  createClient,
  type Capabilities,
  type CaptureClient,
  type LookupClient,
  type ProviderDefinition,
  type WebhookClient,
  verifier,
} from '@capture/core/provider';
import { encodeLookup, judgeLookup } from './lookup.ts';
import { optionsSchema, type CheckedFreepaymentOptions, type FreepaymentOptions } from './options.ts';
import { judge } from './outcome.ts';
import {
  CURRENCIES,
  requestSchema,
  type CheckedFreepaymentRequest,
  type FreepaymentCaptureRequest,
} from './request.ts';
import { answerSchema, lookupSchema, type FreepaymentAnswer, type FreepaymentLookupAnswer } from './response.ts';
import { sign } from './sign.ts';
import { webhook } from './webhook.ts';
import { encode } from './wire.ts';

/** What the gateway's pages say a capture can do. */
export const capabilities = {
  captures: 'authorization',
  partialCapture: 'undocumented',
  severalCaptures: 'undocumented',
  // *peer*: the vendor's card product refuses it; the page does not say.
  overCapture: 'no',
  reference: 'looked-up',
  currencies: CURRENCIES,
  amountForm: 'minor integer',
  reportsAmount: true,
  authentication: 'basic header',
  lookupBy: ['captureId', 'reference', 'authorizationId'],
  lookupDecides: true,
  webhook: 'signed',
} as const satisfies Capabilities;

const definition: ProviderDefinition<
  CheckedFreepaymentOptions,
  CheckedFreepaymentRequest,
  FreepaymentAnswer,
  FreepaymentLookupAnswer
> = {
  id: 'freepayment',
  capabilities,
  options: optionsSchema,
  request: requestSchema,
  encode,
  sign,
  answer: answerSchema,
  judge,
  lookup: { encode: encodeLookup, answer: lookupSchema, judge: judgeLookup },
  webhook: verifier(webhook),
};

/** A client of one shop at freepayment.online, or at another brand of the same gateway. */
export type FreepaymentClient = CaptureClient<FreepaymentCaptureRequest, typeof capabilities, 'freepayment'> &
  LookupClient &
  WebhookClient;

/**
 * Makes a client that captures authorizations at freepayment.online. Throws `InvalidOptionsError` if an option breaks a rule. It opens no connection.
 */
export function createFreepayment(options: FreepaymentOptions): FreepaymentClient {
  return createClient(definition, options) as FreepaymentClient;
}
