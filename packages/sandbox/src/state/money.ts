/** An amount in minor units (cents for USD, yen for JPY) and its ISO 4217 currency. */
export interface Money {
  readonly minor: number;
  readonly currency: string;
}

// ISO 4217: every currency that is not listed has two decimals.
const DECIMALS: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

/** How many decimals the currency has. */
export function decimalsOf(currency: string): number {
  const found = Object.entries(DECIMALS).find(([, currencies]) => currencies.split(' ').includes(currency));
  return found ? Number(found[0]) : 2;
}

/** Reads a decimal text such as `23.02` into minor units. `undefined` if it does not fit exactly: nothing is rounded. */
export function parseMajor(text: string, currency: string): number | undefined {
  const decimals = decimalsOf(currency);
  const match = /^(0|[1-9]\d*)(?:\.(\d+))?$/.exec(text);
  const [, whole, fraction = ''] = match ?? [];
  if (whole === undefined || fraction.length > decimals) return undefined;
  const minor = Number(whole + fraction.padEnd(decimals, '0'));
  return Number.isSafeInteger(minor) ? minor : undefined;
}

/** Writes minor units as a decimal text with all the decimals of the currency: `23.02`, `1000` for JPY. */
export function formatMajor({ minor, currency }: Money): string {
  const decimals = decimalsOf(currency);
  const digits = String(minor).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
