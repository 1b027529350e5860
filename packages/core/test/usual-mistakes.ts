import {
  byBytes,
  byUnits,
  hash,
  hashHex,
  hmac,
  LENGTHS,
  PAIRS,
  PREFIXED,
  sortedBy,
  type Field,
  type Ways,
} from './another-signer.ts';
import type { SCHEMES } from './signature-cases.ts';

/** A possible mistake: its id, and the steps that deviate from the scheme. */
export interface Planted {
  readonly id: string;
  readonly field?: string;
  readonly ways: Partial<Ways>;
  /** Makes a secret with which the mistake shows, where not every secret does. */
  readonly fits?: (secret: string) => string;
  /** Other mistakes that give the same text, so that they cannot be distinguished. */
  readonly alsoGivenBy?: readonly string[];
}

const value = (write: (value: string) => string): Partial<Ways> => ({ alter: ([name, text]) => [name, write(text)] });
const valueOf = (field: string, write: (value: string) => string): Partial<Ways> => ({
  alter: ([name, text]) => [name, name === field ? write(text) : text],
});
const secret = (write: (secret: string) => string): Partial<Ways> => ({ secret: write });
const strict = (text: string): string =>
  [...Buffer.from(text)]
    .map((byte) =>
      /[\w.~-]/.test(String.fromCharCode(byte))
        ? String.fromCharCode(byte)
        : `%${byte.toString(16).padStart(2, '0').toUpperCase()}`,
    )
    .join('');
const form = (text: string): string => strict(text).replaceAll('%20', '+');
const upper = ([name, text]: Field): Field => [name.toUpperCase(), text];
const lower = ([name, text]: Field): Field => [name.toLowerCase(), text];
const byLower = sortedBy(byBytes, ([name]) => name.toLowerCase());
const byUpper = sortedBy(byBytes, ([name]) => name.toUpperCase());
const number = (id: string, field: string, ...writes: ((text: string) => string)[]): Planted[] =>
  writes.map((write) => ({ id, field, ways: valueOf(field, write) }));
const float = (text: string): string => String(Number(text));

/** Mistakes that are possible in every scheme. */
const anywhere = (right: Ways): Planted[] => [
  { id: 'order-utf-16', ways: { sort: sortedBy(byUnits) } },
  { id: 'order-ignoring-case', ways: { sort: sortedBy((a, b) => a.localeCompare(b, 'en')) } },
  { id: 'order-reversed', ways: { sort: (fields) => sortedBy(byBytes)(fields).reverse() } },
  { id: 'values-percent-encoded', ways: value(encodeURIComponent) },
  { id: 'values-percent-encoded', ways: value(strict) },
  { id: 'values-percent-encoded', ways: value((text) => strict(text).replaceAll('%2F', '/')) },
  { id: 'values-form-encoded', ways: value((text) => new URLSearchParams([['', text]]).toString().slice(1)) },
  { id: 'values-form-encoded', ways: value(form) },
  { id: 'values-form-encoded', ways: value((text) => form(text).replaceAll('~', '%7E')) },
  { id: 'values-trimmed', ways: value((text) => text.trim()) },
  { id: 'trailing-newline', ways: { text: (fields, key) => `${right.text(fields, key)}\n` } },
  { id: 'trailing-newline', ways: { text: (fields, key) => `${right.text(fields, key)}\r\n` } },
  { id: 'charset-latin-1', ways: { bytes: (text) => Buffer.from(text.replace(/[^\0-\xff]/gu, '?'), 'latin1') } },
  { id: 'charset-ascii', ways: { bytes: (text) => Buffer.from(text.replace(/[^\0-\x7f]/gu, '?'), 'latin1') } },
  { id: 'charset-utf-16', ways: { bytes: (text) => Buffer.from(text, 'utf16le') } },
  { id: 'secret-trimmed', ways: secret((text) => text.trim()), fits: (text) => ` ${text} ` },
  { id: 'secret-trimmed', ways: secret((text) => text.trimEnd()), fits: (text) => `${text}\n` },
  { id: 'secret-with-whitespace', ways: secret((text) => `${text} `) },
  { id: 'secret-with-whitespace', ways: secret((text) => ` ${text}`) },
  { id: 'secret-with-newline', ways: secret((text) => `${text}\n`) },
  { id: 'secret-quoted', ways: secret((text) => `"${text}"`) },
  { id: 'secret-not-set', ways: secret(() => '') },
  { id: 'secret-not-set', ways: secret(() => 'undefined') },
  { id: 'digest-base64', ways: { print: (digest) => digest.toString('base64') } },
  { id: 'digest-base64-of-hex', ways: { print: (digest) => Buffer.from(digest.toString('hex')).toString('base64') } },
  { id: 'digest-with-whitespace', ways: { print: (digest) => `${right.print(digest)}\n` } },
  { id: 'field-missing', field: 'noB', ways: { keep: (field) => right.keep(field) && field[0] !== 'noB' } },
  { id: 'field-missing', field: '\uff21', ways: { keep: (field) => right.keep(field) && field[0] !== '\uff21' } },
  { id: 'field-added', field: 'proof', ways: { extra: [['proof', '']] } },
  { id: 'field-added', field: 'Remark', ways: { extra: [['Remark', '']] } },
  { id: 'field-added', field: 'suspected', ways: { extra: [['suspected', 'of being signed']] } },
  { id: 'value-with-spaces', field: 'noB', ways: valueOf('noB', (text) => ` ${text}`) },
  { id: 'value-with-spaces', field: '\uff21', ways: valueOf('\uff21', (text) => `${text} `) },
  ...number(
    'number-zeros-added',
    'noB',
    (text) => `${text}0`,
    (text) => `${text}00`,
  ),
  ...number(
    'number-zeros-added',
    'no',
    (text) => `${text}.0`,
    (text) => `${text}.00`,
  ),
  ...number('number-zeros-dropped', 'noB', float),
  ...number('number-zeros-dropped', 'Zone', float, (text) => Number(text).toFixed(1)),
  ...number(
    'number-fraction-lost',
    'noB',
    (text) => String(Math.trunc(Number(text))),
    (text) => Number(text).toFixed(0),
  ),
  ...number('number-decimal-comma', 'noB', (text) => text.replace('.', ',')),
  ...number('number-grouped', 'noB', (text) => Number(text).toLocaleString('en', { minimumFractionDigits: 2 })),
  ...number('number-grouped', 'noB', (text) => Number(text).toLocaleString('de', { minimumFractionDigits: 2 })),
  ...number('number-in-minor-units', 'noB', (text) => (Number(text) * 100).toFixed(0)),
  ...number('number-in-minor-units', 'no', (text) => `${text}00`),
  ...number('number-zeros-before', 'no1', float),
  ...number('number-zeros-before', 'no', (text) => `0${text}`),
];

const named = (right: Ways): Planted[] => [
  { id: 'order-of-pieces', ways: { sort: sortedBy(byBytes, (field) => right.piece(field, right.count)) } },
  { id: 'names-upper-case', ways: { alter: upper } },
  { id: 'names-upper-case', ways: { sort: (fields) => right.sort(fields.map(upper)) } },
  { id: 'names-lower-case', ways: { alter: lower } },
  { id: 'names-left-out', ways: { piece: ([, text]) => text } },
  {
    id: 'name-with-space',
    field: '\uff21',
    ways: { alter: ([name, text]) => [name === '\uff21' ? ' \uff21' : name, text] },
  },
  { id: 'separators-left-out', ways: { join: '' } },
  { id: 'separators-with-spaces', ways: { join: `${right.join} ` } },
];

/** The mistakes in each of the three schemes. */
export const PLANTED: Readonly<
  Record<keyof typeof SCHEMES, { readonly right: Ways; readonly mistakes: readonly Planted[] }>
> = {
  pairs: {
    right: PAIRS,
    mistakes: [
      ...anywhere(PAIRS),
      ...named(PAIRS),
      { id: 'order-as-given', ways: { sort: (fields) => fields } },
      { id: 'order-ignoring-case', ways: { sort: byLower } },
      { id: 'order-ignoring-case', ways: { sort: byUpper } },
      { id: 'empty-kept', ways: { keep: ([name]) => name !== 'proof' } },
      { id: 'trailing-separator', ways: { text: (fields, key) => `${fields}&&${key}` } },
      { id: 'secret-not-hashed', ways: { key: (text) => text } },
      { id: 'secret-hashed-twice', ways: { key: (text) => hashHex('md5', hashHex('md5', text)) } },
      { id: 'secret-hash-upper-case', ways: { key: (text) => hashHex('md5', text).toUpperCase() } },
      { id: 'secret-left-out', ways: { text: (fields) => fields } },
      { id: 'secret-prepended', ways: { text: (fields, key) => `${key}&${fields}` } },
      { id: 'secret-prepended', ways: { text: (fields, key) => `${key}${fields}` } },
      { id: 'secret-without-separator', ways: { text: (fields, key) => `${fields}${key}` } },
      {
        id: 'secret-as-key',
        ways: { key: (text) => text, text: (fields) => fields, seal: (bytes, key) => hmac('md5', key, bytes) },
      },
      { id: 'secret-hash-as-key', ways: { text: (fields) => fields, seal: (bytes, key) => hmac('md5', key, bytes) } },
      { id: 'digest-upper-case', ways: { print: (digest) => digest.toString('hex').toUpperCase() } },
      ...['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'].flatMap((name): Planted[] => {
        const [id, algorithm] = [`digest-${name.toLowerCase()}`, name.replace('-', '').toLowerCase()];
        const seal = (bytes: Buffer): Buffer => hash(algorithm, bytes);
        return [
          { id: `${id}-outside`, ways: { seal } },
          { id, ways: { seal, key: (text) => hashHex(algorithm, text) } },
        ];
      }),
    ],
  },
  lengths: {
    right: LENGTHS,
    mistakes: [
      ...anywhere(LENGTHS),
      { id: 'order-as-given', ways: { sort: (fields) => fields } },
      { id: 'order-ignoring-case', ways: { sort: byLower }, alsoGivenBy: ['names-lower-case'] },
      { id: 'order-ignoring-case', ways: { sort: byUpper }, alsoGivenBy: ['names-upper-case'] },
      { id: 'empty-kept', ways: { keep: ([name]) => name !== 'proof' } },
      { id: 'length-in-bytes', ways: { count: (text) => Buffer.byteLength(text) } },
      { id: 'length-in-utf-16-units', ways: { count: (text) => text.length } },
      { id: 'lengths-left-out', ways: { piece: ([, text]) => text } },
      {
        id: 'names-lower-case',
        ways: { sort: (fields) => LENGTHS.sort(fields.map(lower)) },
        alsoGivenBy: ['order-ignoring-case'],
      },
      { id: 'names-signed', ways: { piece: ([name, text]) => `${name}${LENGTHS.count(text)}${text}` } },
      { id: 'secret-hashed', ways: { key: (text) => hashHex('sha256', text) } },
      { id: 'secret-left-out', ways: { seal: (bytes) => hash('sha256', bytes) } },
      {
        id: 'secret-appended',
        ways: { text: (fields, key) => `${fields}${key}`, seal: (bytes) => hash('sha256', bytes) },
      },
      {
        id: 'secret-prepended',
        ways: { text: (fields, key) => `${key}${fields}`, seal: (bytes) => hash('sha256', bytes) },
      },
      { id: 'secret-and-text-swapped', ways: { seal: (bytes, key) => hmac('sha256', bytes, key) } },
      { id: 'digest-upper-case', ways: { print: (digest) => digest.toString('hex').toUpperCase() } },
      ...['MD5', 'SHA-1', 'SHA-384', 'SHA-512'].map((name): Planted => {
        const algorithm = name.replace('-', '').toLowerCase();
        return { id: `digest-${name.toLowerCase()}`, ways: { seal: (bytes, key) => hmac(algorithm, key, bytes) } };
      }),
    ],
  },
  prefixed: {
    right: PREFIXED,
    mistakes: [
      ...named(PREFIXED),
      { id: 'order-by-bytes', ways: { sort: sortedBy(byBytes) } },
      {
        id: 'empty-dropped',
        ways: { keep: ([name, text]) => name !== 'proof' && text !== '' },
        alsoGivenBy: ['field-missing a_note'],
      },
      { id: 'secret-hashed', ways: { key: (text) => hashHex('sha1', text) } },
      { id: 'secret-appended', ways: { text: (fields, key) => `${fields}|${key}` } },
      { id: 'secret-appended', ways: { text: (fields, key) => `${fields};${key}` } },
      { id: 'secret-as-key', ways: { text: (fields) => fields, seal: (bytes, key) => hmac('sha1', key, bytes) } },
      { id: 'secret-without-separator', ways: { text: (fields, key) => `${key}${fields}` } },
      { id: 'digest-lower-case', ways: { print: (digest) => digest.toString('hex') } },
    ],
  },
};
