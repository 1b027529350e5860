import { defineProvider, type Capabilities, verifier } from '@capture/core/provider';
import { encodeLookup, judgeLookup } from './lookup.ts';
import { optionsSchema } from './options.ts';
import { judge } from './outcome.ts';
import { CURRENCIES, requestSchema } from './request.ts';
import { answerSchema } from './response.ts';
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

/**
 * Makes a client that charges cards at Pockyt. Opens no connection.
 *
 * @throws `InvalidOptionsError` where an option breaks a rule.
 */
export const createPockyt = defineProvider({
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
});

/** A client of one store of a Pockyt merchant. */
export interface PockytClient extends ReturnType<typeof createPockyt> {}
