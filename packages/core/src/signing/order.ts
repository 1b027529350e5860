/** An item to sort: its name, and its contribution to the text. */
interface Orderable {
  readonly name: string;
  readonly text: string;
}

/**
 * An order of fields. `code points` is also the order of the UTF-8 bytes, which nearly every scheme requires; the
 * others are defaults of programming languages.
 */
export type FieldOrder =
  'code-points' | 'as-given' | 'utf-16-units' | 'lower-cased' | 'upper-cased' | 'locale' | 'reversed' | 'whole-pieces';

const ORDERS: Readonly<Record<FieldOrder, (a: Orderable, b: Orderable) => number>> = {
  'code-points': (a, b) => compareCodePoints(a.name, b.name),
  'as-given': () => 0,
  'utf-16-units': (a, b) => compareUnits(a.name, b.name),
  'lower-cased': (a, b) => compareCodePoints(a.name.toLowerCase(), b.name.toLowerCase()),
  'upper-cased': (a, b) => compareCodePoints(a.name.toUpperCase(), b.name.toUpperCase()),
  locale: (a, b) => english().compare(a.name, b.name),
  reversed: (a, b) => compareCodePoints(b.name, a.name),
  'whole-pieces': (a, b) => compareCodePoints(a.text, b.text),
};

/** Sorts a copy. Equal items keep their order. */
export function inOrder<T extends Orderable>(order: FieldOrder, items: readonly T[]): T[] {
  return [...items].sort(ORDERS[order]);
}

/** Sorts fields by the UTF-8 bytes of their names: by code points, unlike JavaScript's own order (UTF-16 units). */
export function inByteOrder<Value>(fields: readonly (readonly [name: string, value: Value])[]) {
  return [...fields].sort(([a], [b]) => compareCodePoints(a, b));
}

function compareUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareCodePoints(a: string, b: string): number {
  const end = Math.min(a.length, b.length);
  for (let i = 0; i < end; i += 1) {
    const difference = rank(a.charCodeAt(i)) - rank(b.charCodeAt(i));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/**
 * Ranks surrogates above all other units: they stand for higher code points, though their units are not the highest.
 */
function rank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

let collator: Intl.Collator | undefined;

function english(): Intl.Collator {
  return (collator ??= new Intl.Collator('en'));
}
