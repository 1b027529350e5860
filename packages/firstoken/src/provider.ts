import { defineProvider, type Capabilities } from '@capture/core/provider';
import { encodeLookup, judgeLookup } from './lookup.ts';
import { environments, optionsSchema } from './options.ts';
import { judge } from './outcome.ts';
import { requestSchema, storable } from './request.ts';
import { responseSchema } from './response.ts';
import { sign } from './sign.ts';
import { encode } from './wire.ts';

/** Documented capabilities of a Firstoken capture. */
export const capabilities = {
  captures: 'authorization',
  partialCapture: 'undocumented',
  multipleCaptures: 'undocumented',
  overcapture: 'undocumented',
  reference: 'sent',
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
 * Creates a client that captures authorizations at Firstoken. Opens no connection.
 *
 * @throws `InvalidOptionsError` if an option is invalid.
 */
export const createFirstoken = defineProvider({
  id: 'firstoken',
  capabilities,
  environments,
  advice: { credentials_rejected: 'Check apiKey, and that Firstoken allows the IP address of this server.' },
  options: optionsSchema,
  request: requestSchema,
  storable,
  encode,
  sign,
  response: responseSchema,
  judge,
  lookup: { referenceIn: 'body', encode: encodeLookup, response: responseSchema, judge: judgeLookup },
});

/** A client for one Firstoken account. */
export interface FirstokenClient extends ReturnType<typeof createFirstoken> {}
