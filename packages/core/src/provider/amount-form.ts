import { InvalidRequestError } from '../errors/invalid-input.ts';
import { formatMajor, type Money } from '../money/money.ts';

/**
 * Converts an amount to a JSON number in major units, for providers that require one. No arithmetic is done: the
 * decimal string becomes the nearest double.
 *
 * @throws `InvalidRequestError` where that double does not print as the same digits.
 */
export function exactMajorNumber(amount: Money): number {
  const text = formatMajor(amount);
  const number = Number(text);
  const plain = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  if (String(number) === plain) return number;
  throw new InvalidRequestError({
    issues: [{ path: 'amount.minor', rule: 'has more digits than a JSON number holds exactly' }],
  });
}
