import {
  createClient,
  type Capabilities,
  type CaptureClient,
  type LookupClient,
  type ProviderDefinition,
} from '@capture/core/provider';
import { encodeLookup, judgeLookup } from './lookup.ts';
import { optionsSchema, type CheckedPayfullOptions, type PayfullOptions } from './options.ts';
import { judge } from './outcome.ts';
import { CURRENCIES, requestSchema, type CheckedPayfullRequest, type PayfullCaptureRequest } from './request.ts';
import { answerSchema, type PayfullAnswer } from './response.ts';
import { sign } from './sign.ts';
import { encode } from './wire.ts';

/** What Payfull's page says a capture can do. */
export const capabilities = {
  captures: 'authorization',
  partialCapture: 'undocumented',
  severalCaptures: 'undocumented',
  overCapture: 'undocumented',
  reference: 'sent',
  currencies: CURRENCIES,
  amountForm: 'major text',
  reportsAmount: true,
  authentication: 'body signature',
  lookupBy: ['reference'],
  lookupDecides: true,
  webhook: 'none',
} as const satisfies Capabilities;

const definition: ProviderDefinition<CheckedPayfullOptions, CheckedPayfullRequest, PayfullAnswer, PayfullAnswer> = {
  id: 'payfull',
  capabilities,
  options: optionsSchema,
  request: requestSchema,
  encode,
  sign,
  answer: answerSchema,
  judge,
  lookup: { encode: encodeLookup, answer: answerSchema, judge: judgeLookup },
};

/** A client of one Payfull merchant account. */
export type PayfullClient = CaptureClient<PayfullCaptureRequest, typeof capabilities, 'payfull'> & LookupClient;

/**
 * Makes a client that captures preauthorizations at Payfull. Throws `InvalidOptionsError` if an option breaks a rule. It opens no connection.
 */
export function createPayfull(options: PayfullOptions): PayfullClient {
  return createClient(definition, options) as PayfullClient;
}
