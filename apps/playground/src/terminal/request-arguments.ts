import { money } from '@capture/core';
import { UsageError } from '../accounts/usage-error.ts';

/** Never accepted as arguments, which the shell's history and the process list would keep. */
const NEVER_ARGUMENTS = /^(?:password|token|apiKey|authorization|secretKey|baseUrl|environment|expect)\b/;

/** Card data under any name: `card.number` as in the form and in errors of the library, `cardNumber`. */
export const CARD_PART = /^card/i;

/**
 * Builds a request from `amount=23.02 currency=TRY clientIp=1.2.3.4` and, for all other fields, the sample. A value in
 * braces or brackets is JSON; an integer is a number if the sample has one there.
 */
export function requestFrom(
  sample: Readonly<Record<string, unknown>>,
  args: readonly string[],
): Record<string, unknown> {
  const { amount, currency, ...rest } = namedFields(args);
  const request: Record<string, unknown> = { ...sample };
  for (const [name, value] of Object.entries(rest)) request[name] = valueOf(value, sample[name]);
  if (amount !== undefined || currency !== undefined) {
    const sampleAmount = sample['amount'] as { currency: string };
    if (amount === undefined) throw new UsageError('currency requires an amount');
    request['amount'] = money(amount, currency ?? sampleAmount.currency);
  }
  return request;
}

/** Parses `name=value` arguments. */
export function namedFields(args: readonly string[]): Record<string, string> {
  return Object.fromEntries(args.map(pairOf));
}

function pairOf(argument: string): [name: string, value: string] {
  const at = argument.indexOf('=');
  const name = argument.slice(0, at);
  if (CARD_PART.test(name))
    throw new UsageError(
      'card data is not accepted as an argument, which the shell’s history and the process list would keep; see --help',
    );
  if (at < 1 || !/^[A-Za-z][A-Za-z_]*$/.test(name)) throw new UsageError('fields must be written as name=value');
  if (NEVER_ARGUMENTS.test(name)) throw new UsageError(`${name} is not accepted as an argument; see --help`);
  return [name, argument.slice(at + 1)];
}

function valueOf(value: string, sample: unknown): unknown {
  if (typeof sample === 'number' && /^\d+$/.test(value)) return Number(value);
  if (value === 'true' || value === 'false') return value === 'true';
  if (!/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    throw new UsageError('a value that starts with a brace or bracket must be valid JSON');
  }
}
