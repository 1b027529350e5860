import type { Range } from './ranges.ts';

const BYTE = '%[89ab][\\da-f]';

/**
 * One character as URLs, HTML, JSON, PHP, Python and JavaScript escape it, or a decimal digit of a script other than
 * ASCII. No alternative can backtrack further than its own few characters.
 */
const ESCAPE = new RegExp(
  [
    `%[cd][\\da-f]${BYTE}|%e[\\da-f](?:${BYTE}){2}|%f[0-7](?:${BYTE}){3}|%[\\da-f]{2}`,
    '&(?:#\\d{1,9}|#x[\\da-f]{1,8}|amp|lt|gt|quot|apos|nbsp);',
    '\\\\(?:u[\\da-f]{4}|x[\\da-f]{2}|.)',
    '[\\uff01-\\uff5e]|(?!\\d)\\p{Nd}',
  ].join('|'),
  'giu',
);
/** Without one of these, nothing is escaped. */
const MIGHT_ESCAPE = /[%&\\]|[^\0-\x7f]/;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
/** JSON in JSON in a form is three. */
const LEVELS = 3;
/** Distance of the full-width forms from ASCII. */
const FULL_WIDTH = 0xfe_e0;

function unescape(escape: string): string {
  if (escape.startsWith('%')) return fromPercent(escape);
  if (escape.startsWith('&#')) return fromCode(escape.slice(2, -1).replace(/^x/i, '0x'));
  if (escape.startsWith('&')) return NAMED[escape.slice(1, -1).toLowerCase()] ?? '';
  if (escape.startsWith('\\'))
    return escape.length > 2 ? String.fromCharCode(Number.parseInt(escape.slice(2), 16)) : escape.slice(1);
  const code = escape.codePointAt(0) ?? 0;
  if (code > 0xff_00 && code < 0xff_5f) return String.fromCharCode(code - FULL_WIDTH);
  return digitOf(code);
}

function fromPercent(bytes: string): string {
  try {
    return decodeURIComponent(bytes);
  } catch {
    // A byte that is no UTF-8: Latin-1.
    return String.fromCharCode(Number.parseInt(bytes.slice(1), 16));
  }
}

function fromCode(digits: string): string {
  const code = Number(digits);
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : ' ';
}

/** The digits of a script follow each other from its zero. Those of mathematical alphabets are ASCII to NFKC. */
function digitOf(code: number): string {
  const plain = String.fromCodePoint(code).normalize('NFKC');
  if (/^\d$/.test(plain)) return plain;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}

/** A string and the same with its escapes resolved once, twice …, as long as that changes it. */
export function unescapedForms(text: string): readonly string[] {
  const forms = [text];
  for (let level = 0; level < LEVELS; level += 1) {
    const last = forms.at(-1) ?? '';
    if (!MIGHT_ESCAPE.test(last)) break;
    const next = last.replace(ESCAPE, unescape);
    if (next === last) break;
    forms.push(next);
  }
  return forms;
}

/** Leads from parts of an unescaped form back to those of the string that it was made from. */
export function unescapedSource(escaped: string): (range: Range) => Range {
  const starts: number[] = [];
  let end = 0;
  const copyUntil = (index: number): void => {
    for (; end < index; end += 1) starts.push(end);
  };
  for (const { 0: escape, index } of escaped.matchAll(ESCAPE)) {
    copyUntil(index);
    const { length } = unescape(escape);
    for (let unit = 0; unit < length; unit += 1) starts.push(index);
    end = index + escape.length;
  }
  copyUntil(escaped.length);
  starts.push(escaped.length);
  return ([from, to]) => [starts[from] ?? 0, starts[to] ?? escaped.length];
}
