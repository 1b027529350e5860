/** An amount in minor units (cents for USD, yen for JPY) and its ISO 4217 currency. */
export interface Money {
  readonly minor: number;
  readonly currency: string;
}

// ISO 4217: the exponent of every currency that is not listed is 2.
const EXPONENTS: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

/** The minor-unit exponent of a currency. */
export function exponentOf(currency: string): number {
  const found = Object.entries(EXPONENTS).find(([, currencies]) => currencies.split(' ').includes(currency));
  return found ? Number(found[0]) : 2;
}

/** Parses a decimal string such as `23.02` into minor units. `undefined` if it is not exact: nothing is rounded. */
export function parseMajor(decimal: string, currency: string): number | undefined {
  const exponent = exponentOf(currency);
  const match = /^(0|[1-9]\d*)(?:\.(\d+))?$/.exec(decimal);
  const [, whole, fraction = ''] = match ?? [];
  if (whole === undefined || fraction.length > exponent) return undefined;
  const minor = Number(whole + fraction.padEnd(exponent, '0'));
  return Number.isSafeInteger(minor) ? minor : undefined;
}

/** Formats minor units as a decimal string with all decimals of the currency: `23.02`, `1000` for JPY. */
export function formatMajor({ minor, currency }: Money): string {
  const exponent = exponentOf(currency);
  const digits = String(minor).padStart(exponent + 1, '0');
  return exponent === 0 ? digits : `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}
