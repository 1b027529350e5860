import { defineProvider, type Capabilities } from '@capture/core/provider';
import { encodeLookup, judgeLookup } from './lookup.ts';
import { optionsSchema } from './options.ts';
import { judge } from './outcome.ts';
import { CURRENCIES, requestSchema, storable } from './request.ts';
import { responseSchema } from './response.ts';
import { payfullScheme, sign } from './sign.ts';
import { encode } from './wire.ts';

/** Documented capabilities of a Payfull capture. */
export const capabilities = {
  captures: 'authorization',
  partialCapture: 'undocumented',
  multipleCaptures: 'undocumented',
  overcapture: 'undocumented',
  reference: 'sent',
  currencies: CURRENCIES,
  amountForm: 'major-string',
  reportsAmount: true,
  authentication: 'body-signature',
  lookupBy: ['reference'],
  uniqueKeys: ['reference'],
  sharedKeys: [],
  webhook: 'none',
} as const satisfies Capabilities;

/**
 * Creates a client that captures preauthorizations at Payfull. Opens no connection.
 *
 * @throws `InvalidOptionsError` if an option is invalid.
 */
export const createPayfull = defineProvider({
  id: 'payfull',
  capabilities,
  // *third-party*: each merchant has a host of its own, and test mode is a switch on its account.
  environments: {},
  advice: {
    credentials_rejected: 'Check merchant and password.',
    signature_rejected: 'Check merchant and password: the hash is made with them.',
  },
  digests: [payfullScheme.digest],
  options: optionsSchema,
  request: requestSchema,
  storable,
  encode,
  sign,
  response: responseSchema,
  judge,
  lookup: { referenceIn: 'body', encode: encodeLookup, response: responseSchema, judge: judgeLookup },
});

/** A client for one Payfull merchant account. */
export interface PayfullClient extends ReturnType<typeof createPayfull> {}
