import {
  createClient,
  type Capabilities,
  type CaptureClient,
  type LookupClient,
  type ProviderDefinition,
} from '@capture/core/provider';
import { encodeLookup, judgeLookup } from './lookup.ts';
import { optionsSchema, type CheckedFirstokenOptions, type FirstokenOptions } from './options.ts';
import { judge } from './outcome.ts';
import { requestSchema, type CheckedFirstokenRequest, type FirstokenCaptureRequest } from './request.ts';
import { answerSchema, type FirstokenAnswer } from './response.ts';
import { sign } from './sign.ts';
import { encode } from './wire.ts';

/** What Firstoken's page says a capture can do. */
export const capabilities = {
  captures: 'authorization',
  partialCapture: 'undocumented',
  severalCaptures: 'undocumented',
  overCapture: 'undocumented',
  reference: 'sent',
  currencies: 'ISO 4217',
  amountForm: 'major number',
  reportsAmount: true,
  authentication: 'key header',
  lookupBy: ['captureId', 'authorizationId'],
  lookupDecides: false,
  webhook: 'none',
} as const satisfies Capabilities;

const definition: ProviderDefinition<
  CheckedFirstokenOptions,
  CheckedFirstokenRequest,
  FirstokenAnswer,
  FirstokenAnswer
> = {
  id: 'firstoken',
  capabilities,
  options: optionsSchema,
  request: requestSchema,
  encode,
  sign,
  answer: answerSchema,
  judge,
  lookup: { encode: encodeLookup, answer: answerSchema, judge: judgeLookup },
};

/** A client of one Firstoken account. */
export type FirstokenClient = CaptureClient<FirstokenCaptureRequest, typeof capabilities, 'firstoken'> & LookupClient;

/**
 * Makes a client that captures authorizations at Firstoken. Throws `InvalidOptionsError` if an option breaks a rule. It opens no connection.
 */
export function createFirstoken(options: FirstokenOptions): FirstokenClient {
  return createClient(definition, options) as FirstokenClient;
}
