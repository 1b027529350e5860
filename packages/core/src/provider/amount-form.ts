import { InvalidRequestError } from '../errors/invalid-input.ts';
import { formatMajor, type Money } from '../money/money.ts';

/**
 * The amount as a JSON number in major units, for providers that want one. No arithmetic is done: the decimal text becomes the nearest double, and if that does not print
 * as the same digits again the amount is refused.
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
