import { money } from '@capture/core';
import { UsageError } from '../accounts/usage-error.ts';

/** These never come from the command line, where the shell's history and the process list would keep them. */
const NEVER_ARGUMENTS = /^(?:password|token|apiKey|authorization|secretKey|baseUrl)\b/;

/** A part of a card, however it is named: `card.number` as in the form and the errors of the library, `cardNumber`. */
const CARD_PART = /^card/i;

/** `amount=23.02 currency=TRY clientIp=1.2.3.4` as a request, on top of the sample. A value in braces or brackets is JSON, a whole number where the sample has one is a number. */
export function requestFrom(
  sample: Readonly<Record<string, unknown>>,
  words: readonly string[],
): Record<string, unknown> {
  const { amount, currency, ...rest } = namedFields(words);
  const request: Record<string, unknown> = { ...sample };
  for (const [name, text] of Object.entries(rest)) request[name] = valueOf(text, sample[name]);
  if (amount !== undefined || currency !== undefined) {
    const sampleAmount = sample['amount'] as { currency: string };
    if (amount === undefined) throw new UsageError('currency needs an amount beside it');
    request['amount'] = money(amount, currency ?? sampleAmount.currency);
  }
  return request;
}

/** `name=value` words as an object of texts. */
export function namedFields(words: readonly string[]): Record<string, string> {
  return Object.fromEntries(words.map(pairOf));
}

function pairOf(word: string): [name: string, text: string] {
  const at = word.indexOf('=');
  const name = word.slice(0, at);
  if (CARD_PART.test(name))
    throw new UsageError(
      'a card is not taken from the command line, where the shell’s history and the process list would keep it; see --help',
    );
  if (at < 1 || !/^[A-Za-z][A-Za-z_]*$/.test(name)) throw new UsageError('a field is written name=value');
  if (NEVER_ARGUMENTS.test(name)) throw new UsageError(`${name} is not taken from the command line; see --help`);
  return [name, word.slice(at + 1)];
}

function valueOf(text: string, sample: unknown): unknown {
  if (typeof sample === 'number' && /^\d+$/.test(text)) return Number(text);
  if (text === 'true' || text === 'false') return text === 'true';
  if (!/^[[{]/.test(text)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new UsageError('a value that starts with a brace or bracket has to be JSON');
  }
}
