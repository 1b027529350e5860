/** Everything that a terminal or a log viewer obeys instead of showing: controls, bidi marks, line separators. */
const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}]/gu;

/**
 * A foreign string on one line that shows everything in it: control and format characters (ESC, bidi marks, line
 * breaks), private-use characters and lone surrogates become `\u{1b}`. What is longer than `maxLength` characters is
 * cut, which `…` marks. Use it wherever a provider's code or message is written to a terminal or a line-based log.
 *
 * @example
 * ```ts
 * console.error(printable(result.error.providerMessage ?? '', 200));
 * ```
 */
export function printable(text: string, maxLength = Number.POSITIVE_INFINITY): string {
  // A character has at most two code units: nothing longer is split.
  const characters = Array.from(maxLength === Number.POSITIVE_INFINITY ? text : text.slice(0, 2 * maxLength + 2));
  const shown = characters.slice(0, maxLength).join('');
  return shown.replace(INVISIBLE, escaped) + (characters.length > maxLength ? '…' : '');
}

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
