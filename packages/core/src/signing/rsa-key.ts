/** An RSA public key as the base64 of its DER (SPKI), or the rule that a given one breaks. */
export type RsaKey = { readonly base64: string } | { readonly base64?: never; readonly rule: string };

/** *assumed*: no provider issues a smaller one. 1024 bits are within reach of an attacker. */
const MIN_BITS = 2048;

const INVALID = 'must be an RSA public key: PEM ("BEGIN PUBLIC KEY") or the base64 of its DER';
const HEADERS: readonly (readonly [label: RegExp, rule: string])[] = [
  [/PRIVATE KEY/, 'must be the public key: this is a private key'],
  [/CERTIFICATE/, 'must be the public key, not a certificate or a request for one'],
  [/EC PARAMETERS|OPENSSH|SSH2|PGP/, INVALID],
];

/**
 * Reads an RSA public key as environment variables and back offices have it: PEM or bare base64, in lines, in one line,
 * with escaped line breaks, within quotes, with PKCS#1 in place of SPKI. Checks it completely, so that a wrong key is
 * found when a client is created and not by the first notification.
 */
export function readRsaKey(given: string): RsaKey {
  const text = given
    .trim()
    .replace(/^(["'`])(.*)\1$/s, '$2')
    .replace(/\\+r/g, '')
    .replace(/\\+n/g, '\n');
  const label = /-----BEGIN ([A-Z0-9 ]+)-----/.exec(text)?.[1] ?? '';
  const known = HEADERS.find(([pattern]) => pattern.test(label));
  if (known) return { rule: known[1] };
  const bytes = decodeBase64(text.replace(/-----(?:BEGIN|END) (?:RSA )?PUBLIC KEY-----|\s/g, ''));
  return bytes ? keyIn(bytes) : { rule: INVALID };
}

function decodeBase64(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return undefined;
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

const [INTEGER, BIT_STRING, NULL, OID, SEQUENCE] = [0x02, 0x03, 0x05, 0x06, 0x30];
/** 1.2.840.113549.1.1.1, rsaEncryption. */
const RSA = '2a864886f70d010101';

interface Element {
  readonly tag: number;
  readonly content: Uint8Array;
}

function keyIn(bytes: Uint8Array): RsaKey {
  const [outer] = elementsIn(bytes) ?? [];
  const parts = outer?.tag === SEQUENCE ? elementsIn(outer.content) : undefined;
  // A sequence can only be read to its end where nothing is cut off.
  if (!outer || !parts)
    return { rule: bytes[0] === SEQUENCE ? `${INVALID}; this one is truncated or damaged` : INVALID };
  const [first, second] = parts;
  if (first?.tag === INTEGER && second?.tag === INTEGER && parts.length === 2)
    return checkedKey(first, second, wrapped(bytes));
  // The version of a private key, PKCS#1 or PKCS#8.
  if (first?.tag === INTEGER) return { rule: 'must be the public key: this is a private key' };
  const [algorithm] = first?.tag === SEQUENCE ? (elementsIn(first.content) ?? []) : [];
  if (algorithm?.tag !== OID || second?.tag !== BIT_STRING) return { rule: INVALID };
  if (hex(algorithm.content) !== RSA) return { rule: 'must be an RSA key: this one is for another algorithm' };
  const [inner] = elementsIn(second.content.subarray(1)) ?? [];
  const [modulus, exponent] = inner ? (elementsIn(inner.content) ?? []) : [];
  if (modulus?.tag !== INTEGER || exponent?.tag !== INTEGER) return { rule: INVALID };
  return checkedKey(modulus, exponent, bytes);
}

function checkedKey(modulus: Element, exponent: Element, spki: Uint8Array): RsaKey {
  const n = BigInt(`0x${hex(modulus.content)}`);
  const e = BigInt(`0x${hex(exponent.content)}`);
  const bits = n.toString(2).length;
  if (bits < MIN_BITS) return { rule: `must have at least ${MIN_BITS} bits: this key has ${bits}` };
  // With an exponent of 1 anyone could sign.
  if (e < 3n || e % 2n === 0n) return { rule: INVALID };
  return { base64: encodeBase64(spki) };
}

/** Splits DER into its elements. Returns `undefined` where it is not complete. */
function elementsIn(bytes: Uint8Array): Element[] | undefined {
  const found: Element[] = [];
  for (let at = 0; at < bytes.length;) {
    const [tag = 0, short = 0] = bytes.subarray(at, at + 2);
    const extra = short > 0x80 ? short - 0x80 : 0;
    if (at + 2 + extra > bytes.length || extra > 3 || short === 0x80) return undefined;
    const length = extra === 0 ? short : parseInt(hex(bytes.subarray(at + 2, at + 2 + extra)), 16);
    const start = at + 2 + extra;
    if (start + length > bytes.length || length === 0) {
      if (tag !== NULL || length !== 0) return undefined;
    }
    found.push({ tag, content: bytes.subarray(start, start + length) });
    at = start + length;
  }
  return found;
}

/** Wraps a PKCS#1 key into the SPKI that WebCrypto imports. */
function wrapped(pkcs1: Uint8Array): Uint8Array {
  const algorithm = element(SEQUENCE, [0x06, 0x09, ...bytesOf(RSA), NULL, 0]);
  return element(SEQUENCE, [...algorithm, ...element(BIT_STRING, [0, ...pkcs1])]);
}

function element(tag: number, content: ArrayLike<number> & Iterable<number>): Uint8Array {
  const size = content.length.toString(16);
  const length = bytesOf(size.padStart(size.length + (size.length % 2), '0'));
  return Uint8Array.from([tag, ...(content.length < 0x80 ? length : [0x80 + length.length, ...length]), ...content]);
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function bytesOf(digits: string): number[] {
  return Array.from(digits.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

function encodeBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
