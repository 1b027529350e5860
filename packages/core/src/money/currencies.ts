/**
 * The minor-unit exponent of every active ISO 4217 currency, grouped by exponent. Source: ISO 4217 list one. Codes
 * without a minor unit (metals, funds, test codes) are not payment currencies and are left out.
 */
const EXPONENTS: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  2: `AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW
      CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS
      INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN
      NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC
      SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG`,
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

const exponentOf: ReadonlyMap<string, number> = new Map(
  Object.entries(EXPONENTS).flatMap(([exponent, codes]) => codes.split(/\s+/).map((code) => [code, Number(exponent)])),
);

/** Every currency code that {@link money} accepts, in alphabetical order. */
export const CURRENCIES: readonly string[] = [...exponentOf.keys()].sort();

/**
 * The minor-unit exponent of a currency by ISO 4217 (`TRY` 2, `JPY` 0, `KWD` 3), or `undefined` for a code that is not
 * an active ISO 4217 currency. Codes are upper case.
 */
export function currencyExponent(currency: string): number | undefined {
  return exponentOf.get(currency);
}
