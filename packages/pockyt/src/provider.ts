import { defineProvider, type Capabilities, verifier } from '@capture/core/provider';
import { encodeLookup, judgeLookup } from './lookup.ts';
import { environments, optionsSchema } from './options.ts';
import { judge } from './outcome.ts';
import { CURRENCIES, requestSchema, storable } from './request.ts';
import { responseSchema } from './response.ts';
import { pockytScheme, sign } from './sign.ts';
import { webhook } from './webhook.ts';
import { encode } from './wire.ts';

/**
 * Documented capabilities of a Pockyt capture. It charges a card directly: there is no authorization of which to
 * capture less, more or several times.
 */
export const capabilities = {
  captures: 'card',
  partialCapture: 'no',
  multipleCaptures: 'no',
  overcapture: 'no',
  reference: 'sent',
  currencies: CURRENCIES,
  amountForm: 'major-string',
  reportsAmount: true,
  authentication: 'body-signature',
  lookupBy: ['reference', 'captureId'],
  uniqueKeys: ['reference', 'captureId'],
  sharedKeys: [],
  webhook: 'signed',
} as const satisfies Capabilities;

/**
 * Creates a client that charges cards at Pockyt. Opens no connection.
 *
 * @throws `InvalidOptionsError` if an option is invalid.
 */
export const createPockyt = defineProvider({
  id: 'pockyt',
  capabilities,
  environments,
  advice: {
    credentials_rejected: 'Check merchantNo, storeNo and token.',
    signature_rejected: 'Check token, merchantNo and storeNo; compare with prepare(request).signature.',
    operation_not_allowed: 'Check merchantNo and storeNo. If they are right, ask Pockyt to enable it for the store.',
  },
  digests: [pockytScheme.digest],
  options: optionsSchema,
  request: requestSchema,
  storable,
  encode,
  sign,
  response: responseSchema,
  judge,
  lookup: { referenceIn: 'body', encode: encodeLookup, response: responseSchema, judge: judgeLookup },
  webhook: verifier(webhook),
});

/** A client for one store of a Pockyt merchant. */
export interface PockytClient extends ReturnType<typeof createPockyt> {}
