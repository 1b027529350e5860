import { CURRENCIES, currencyExponent, type Capabilities, type Money } from '@capture/core';
import type { AnySubject } from '../subject.ts';
import { clientOf } from './client.ts';

/** How many currencies of each number of decimals are tried; the sample's own always is. */
const PER_EXPONENT = 6;

/** What a subject's client declares. */
export const capabilitiesOf = (subject: AnySubject): Capabilities => clientOf(subject).capabilities;

/** The currencies that a subject is tried with: its own, and some of each number of decimals. */
export function currenciesOf(subject: AnySubject): readonly string[] {
  const { currencies } = capabilitiesOf(subject);
  const own = subject.request.amount.currency;
  const allowed = currencies === 'ISO 4217' ? CURRENCIES : currencies;
  const others = [0, 2, 3, 4].flatMap((exponent) =>
    // Taken from the whole alphabet and not from its beginning only.
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

/** Twelve in major units: every provider takes that. */
export const twelveMajorUnits = (currency: string): Money => ({
  minor: 12 * 10 ** (currencyExponent(currency) ?? 0),
  currency,
});
