type Encoding = (value: string) => string;

/** Replaces lone surrogates, which have no UTF-8 form: `encodeURIComponent` throws on them. */
const component: Encoding = (value) => encodeURIComponent(value.replace(/\p{Surrogate}/gu, '\ufffd'));
const hex = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
const strict: Encoding = (value) => component(value).replace(/[!'()*]/g, hex);
const plus = (encoded: string): string => encoded.replaceAll('%20', '+');
const lowerHex = (encoded: string): string => encoded.replace(/%[\dA-F]{2}/g, (escape) => escape.toLowerCase());

/** Percent-encoding of JavaScript, RFC 3986, Python (keeps the slash) and some older libraries (lower-case hex). */
export const percentEncodings: readonly Encoding[] = [
  component,
  strict,
  (value) => strict(value).replaceAll('%2F', '/'),
  (value) => lowerHex(strict(value)),
];

/** Form-encoding of the URL standard, Python, PHP (encodes the tilde) and .NET (lower-case hex). */
export const formEncodings: readonly Encoding[] = [
  (value) => new URLSearchParams({ '': value }).toString().slice(1),
  (value) => plus(strict(value)),
  (value) => plus(strict(value)).replaceAll('~', '%7E'),
  (value) => lowerHex(plus(component(value)).replace(/['~]/g, hex)),
];
