import { defineProvider, type Capabilities, verifier } from '@capture/core/provider';
import { encodeLookup, judgeLookup } from './lookup.ts';
import { environments, optionsSchema } from './options.ts';
import { judge } from './outcome.ts';
import { CURRENCIES, requestSchema, storable } from './request.ts';
import { responseSchema, lookupSchema } from './response.ts';
import { sign } from './sign.ts';
import { webhook } from './webhook.ts';
import { encode } from './wire.ts';

/** Documented capabilities of a freepayment.online capture. */
export const capabilities = {
  captures: 'authorization',
  partialCapture: 'undocumented',
  multipleCaptures: 'undocumented',
  // *third-party*: the vendor's card product refuses it; the page does not mention it.
  overcapture: 'no',
  reference: 'looked-up',
  currencies: CURRENCIES,
  amountForm: 'minor-integer',
  reportsAmount: true,
  authentication: 'basic-header',
  lookupBy: ['captureId', 'reference', 'authorizationId'],
  uniqueKeys: ['captureId'],
  sharedKeys: ['reference'],
  webhook: 'signed',
} as const satisfies Capabilities;

/**
 * Creates a client that captures authorizations at freepayment.online. Opens no connection.
 *
 * @throws `InvalidOptionsError` if an option is invalid.
 */
export const createFreepayment = defineProvider({
  id: 'freepayment',
  capabilities,
  environments,
  advice: { credentials_rejected: 'Check shopId and secretKey.' },
  options: optionsSchema,
  request: requestSchema,
  storable,
  encode,
  sign,
  response: responseSchema,
  judge,
  lookup: { encode: encodeLookup, response: lookupSchema, judge: judgeLookup },
  webhook: verifier(webhook),
});

/** A client for one shop at freepayment.online, or at another brand of the same gateway. */
export interface FreepaymentClient extends ReturnType<typeof createFreepayment> {}
