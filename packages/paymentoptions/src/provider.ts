import {
  createClient,
  type Capabilities,
  type CaptureClient,
  type LookupClient,
  type ProviderDefinition,
} from '@capture/core/provider';
import { encodeLookup, judgeLookup } from './lookup.ts';
import { optionsSchema, type CheckedPaymentOptionsOptions, type PaymentOptionsOptions } from './options.ts';
import { judge } from './outcome.ts';
import { requestSchema, type CheckedPaymentOptionsRequest, type PaymentOptionsCaptureRequest } from './request.ts';
import { answerSchema, type PaymentOptionsAnswer } from './response.ts';
import { sign } from './sign.ts';
import { encode } from './wire.ts';

/** What PaymentOptions' page says a capture can do: the authorized amount or less, once, because the rest is released. */
export const capabilities = {
  captures: 'authorization',
  partialCapture: 'yes',
  severalCaptures: 'no',
  overCapture: 'no',
  reference: 'compared',
  currencies: 'ISO 4217',
  amountForm: 'major number',
  reportsAmount: true,
  authentication: 'key header',
  lookupBy: ['captureId', 'authorizationId'],
  lookupDecides: false,
  webhook: 'none',
} as const satisfies Capabilities;

const definition: ProviderDefinition<
  CheckedPaymentOptionsOptions,
  CheckedPaymentOptionsRequest,
  PaymentOptionsAnswer,
  PaymentOptionsAnswer
> = {
  id: 'paymentoptions',
  capabilities,
  options: optionsSchema,
  request: requestSchema,
  encode,
  sign,
  answer: answerSchema,
  judge,
  lookup: { encode: encodeLookup, answer: answerSchema, judge: judgeLookup },
};

/** A client of one PaymentOptions merchant account. */
export type PaymentOptionsClient = CaptureClient<PaymentOptionsCaptureRequest, typeof capabilities, 'paymentoptions'> &
  LookupClient;

/**
 * Makes a client that captures authorizations at PaymentOptions. Throws `InvalidOptionsError` if an option breaks a rule. It opens no connection.
 */
export function createPaymentOptions(options: PaymentOptionsOptions): PaymentOptionsClient {
  return createClient(definition, options) as PaymentOptionsClient;
}
