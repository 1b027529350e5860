import { defineProvider, type Capabilities } from '@capture/core/provider';
import { encodeLookup, judgeLookup } from './lookup.ts';
import { optionsSchema } from './options.ts';
import { judge } from './outcome.ts';
import { requestSchema } from './request.ts';
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
  options: optionsSchema,
  request: requestSchema,
  encode,
  sign,
  response: responseSchema,
  judge,
  lookup: { encode: encodeLookup, response: responseSchema, judge: judgeLookup },
});

/** A client for one Firstoken account. */
export interface FirstokenClient extends ReturnType<typeof createFirstoken> {}
