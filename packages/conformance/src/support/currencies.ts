import { CURRENCIES, currencyExponent, type Capabilities, type Money } from '@capture/core';
import type { AnySubject } from '../subject.ts';
import { clientOf } from './client.ts';

/** Currencies tried for each minor-unit exponent. */
const PER_EXPONENT = 6;

/** The capabilities that a subject's client declares. */
export const capabilitiesOf = (subject: AnySubject): Capabilities => clientOf(subject).capabilities;

/** The currencies to try a subject with: that of its sample, and some of each minor-unit exponent. */
export function currenciesOf(subject: AnySubject): readonly string[] {
  const { currencies } = capabilitiesOf(subject);
  const own = subject.request.amount.currency;
  const allowed = currencies === 'iso-4217' ? CURRENCIES : currencies;
  const others = [0, 2, 3, 4].flatMap((exponent) =>
    // From the whole alphabet, not only from its beginning.
    spread(allowed.filter((currency) => currency !== own && currencyExponent(currency) === exponent)),
  );
  return [own, ...others];
}

function spread(list: readonly string[]): string[] {
  const step = Math.max(1, list.length / PER_EXPONENT);
  return [...new Set(Array.from({ length: PER_EXPONENT }, (_, index) => list[Math.floor(index * step)]))].filter(
    (currency) => currency !== undefined,
  );
}

/** Twelve major units: an amount that every provider accepts. */
export const twelveMajorUnits = (currency: string): Money => ({
  minor: 12 * 10 ** (currencyExponent(currency) ?? 0),
  currency,
});
