/** JSON for a terminal: `JSON.stringify` leaves some control characters, bidi marks and separators as they are. */
export function printedJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(/[^\n\P{C}]|[\p{Zl}\p{Zp}]/gu, (character) =>
    Array.from(
      { length: character.length },
      (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}
