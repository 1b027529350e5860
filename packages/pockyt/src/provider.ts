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
import { optionsSchema, type CheckedPockytOptions, type PockytOptions } from './options.ts';
import { judge } from './outcome.ts';
import { CURRENCIES, requestSchema, type CheckedPockytRequest, type PockytCaptureRequest } from './request.ts';
import { answerSchema, type PockytAnswer } from './response.ts';
import { sign } from './sign.ts';
import { webhook } from './webhook.ts';
import { encode } from './wire.ts';

/** What Pockyt's page says a capture can do. It charges a card at once, so there is no authorization to take less, more or several times from. */
export const capabilities = {
  captures: 'card',
  partialCapture: 'no',
  severalCaptures: 'no',
  overCapture: 'no',
  reference: 'sent',
  currencies: CURRENCIES,
  amountForm: 'major text',
  reportsAmount: true,
  authentication: 'body signature',
  lookupBy: ['reference', 'captureId'],
  lookupDecides: true,
  webhook: 'signed',
} as const satisfies Capabilities;

const definition: ProviderDefinition<CheckedPockytOptions, CheckedPockytRequest, PockytAnswer, PockytAnswer> = {
  id: 'pockyt',
  capabilities,
  options: optionsSchema,
  request: requestSchema,
  encode,
  sign,
  answer: answerSchema,
  judge,
  lookup: { encode: encodeLookup, answer: answerSchema, judge: judgeLookup },
  webhook: verifier(webhook),
};

/** A client of one store of a Pockyt merchant. */
export type PockytClient = CaptureClient<PockytCaptureRequest, typeof capabilities, 'pockyt'> &
  LookupClient &
  WebhookClient;

/**
 * Makes a client that charges cards at Pockyt. Throws `InvalidOptionsError` if an option breaks a rule. It opens no connection.
 */
export function createPockyt(options: PockytOptions): PockytClient {
  return createClient(definition, options) as PockytClient;
}
