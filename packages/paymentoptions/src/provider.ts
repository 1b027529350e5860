import { defineProvider, type Capabilities } from '@capture/core/provider';
import { encodeLookup, judgeLookup } from './lookup.ts';
import { environments, optionsSchema } from './options.ts';
import { judge } from './outcome.ts';
import { requestSchema, storable } from './request.ts';
import { responseSchema } from './response.ts';
import { sign } from './sign.ts';
import { encode } from './wire.ts';

/**
 * Documented capabilities of a PaymentOptions capture: the authorized amount or less, once, because the rest is
 * released.
 */
export const capabilities = {
  captures: 'authorization',
  partialCapture: 'yes',
  multipleCaptures: 'no',
  overcapture: 'no',
  reference: 'compared',
  currencies: 'iso-4217',
  amountForm: 'major-number',
  reportsAmount: true,
  authentication: 'key-header',
  lookupBy: ['captureId', 'authorizationId'],
  uniqueKeys: ['captureId'],
  sharedKeys: [],
  webhook: 'none',
} as const satisfies Capabilities;

/**
 * Creates a client that captures authorizations at PaymentOptions. Opens no connection.
 *
 * @throws `InvalidOptionsError` if an option is invalid.
 */
export const createPaymentOptions = defineProvider({
  id: 'paymentoptions',
  capabilities,
  environments,
  advice: { credentials_rejected: 'Check apiKey, authorization and merchantId.' },
  options: optionsSchema,
  request: requestSchema,
  storable,
  encode,
  sign,
  response: responseSchema,
  judge,
  lookup: { referenceIn: 'body', encode: encodeLookup, response: responseSchema, judge: judgeLookup },
});

/** A client for one PaymentOptions merchant account. */
export interface PaymentOptionsClient extends ReturnType<typeof createPaymentOptions> {}
