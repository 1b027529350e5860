import type { FieldOrder } from '../order.ts';
import { UNIT_NAMES, type LengthUnit } from '../encodings.ts';
import { formEncodings, percentEncodings } from './url-encodings.ts';
import type { Recipe, TextRecipe } from '../recipe.ts';
import { suspect, type Inquiry, type Suspect } from './suspect.ts';

const ORDERS: readonly (readonly [id: string, done: string, orders: readonly FieldOrder[]])[] = [
  ['order-as-given', 'were not sorted but signed in the order given', ['as-given']],
  ['order-utf-16', 'were sorted by UTF-16 units (the order of JavaScript and Java), not by bytes', ['utf-16-units']],
  ['order-ignoring-case', 'were sorted case-insensitively', ['lower-cased', 'upper-cased', 'locale']],
  ['order-reversed', 'were sorted from Z to A', ['reversed']],
  ['order-of-pieces', 'were sorted by name and value together, not by name alone', ['whole-pieces']],
  ['order-by-bytes', 'were sorted by the bytes of their names', ['code-points']],
];

const UNITS: readonly LengthUnit[] = ['characters', 'bytes', 'utf-16-units'];

/** Mistakes in composing the text. */
export function mistakesInText({ recipe, scheme }: Inquiry): Suspect[] {
  return [...inOrder(scheme.order), ...inPieces(recipe), ...inValues(), ...inBetween(recipe.text)];
}

function inOrder(right: FieldOrder): Suspect[] {
  return ORDERS.filter(([, , orders]) => !orders.includes(right)).map(([id, done, orders]) =>
    suspect('order', id, `The fields ${done}.`, ...orders.map((order) => ({ fields: { order } }))),
  );
}

function inPieces({ fields: { empty }, text: { field, unit } }: Recipe): Suspect[] {
  const upper = (name: string): string => name.toUpperCase();
  const lower = (name: string): string => name.toLowerCase();
  const cases = (rename: (name: string) => string) =>
    [{ fields: { rename, renamed: 'before' } }, { fields: { rename, renamed: 'after' } }] as const;
  const suspects = [
    empty === 'dropped'
      ? suspect('empty', 'empty-kept', 'Fields with an empty value were signed too.', { fields: { empty: 'kept' } })
      : suspect('empty', 'empty-dropped', 'Fields with an empty value were left out.', {
          fields: { empty: 'dropped' },
        }),
    suspect('name case', 'names-upper-case', 'The names of the fields were in upper case.', ...cases(upper)),
    suspect('name case', 'names-lower-case', 'The names of the fields were in lower case.', ...cases(lower)),
  ];
  if (field.includes('{name}')) {
    const bare = field.replace(/\{name\}[^{]*/, '');
    suspects.push(
      suspect('piece', 'names-left-out', 'The names of the fields were left out.', { text: { field: bare } }),
    );
  } else {
    const named = [`{name}${field}`, `{name}=${field}`].map((each) => ({ text: { field: each } }));
    suspects.push(suspect('piece', 'names-signed', 'The names of the fields were signed too.', ...named));
  }
  if (field.includes('{length}')) {
    for (const other of UNITS.filter((each) => each !== unit)) {
      const id = `length-in-${other.replace(' ', '-').toLowerCase()}`;
      suspects.push(
        suspect(
          'length',
          id,
          `The lengths of the values were counted in ${UNIT_NAMES[other]}, not in ${UNIT_NAMES[unit]}.`,
          {
            text: { unit: other },
          },
        ),
      );
    }
    const short = { text: { field: field.replace('{length}', '') } };
    suspects.push(suspect('piece', 'lengths-left-out', 'The lengths of the values were left out.', short));
  }
  return suspects;
}

function inValues(): Suspect[] {
  const encoded = (by: readonly ((value: string) => string)[]) => by.map((escape) => ({ fields: { escape } }));
  return [
    suspect(
      'value',
      'values-percent-encoded',
      'The values were percent-encoded (a space as %20).',
      ...encoded(percentEncodings),
    ),
    suspect('value', 'values-form-encoded', 'The values were form-encoded (a space as +).', ...encoded(formEncodings)),
    suspect('value', 'values-trimmed', 'Whitespace around the values was trimmed.', {
      fields: { escape: (value) => value.trim() },
    }),
  ];
}

function inBetween({ between }: TextRecipe): Suspect[] {
  const after = (...texts: readonly string[]) => texts.map((afterText) => ({ text: { afterText } }));
  const suspects = [
    suspect('end', 'trailing-newline', 'A line break was appended to the text.', ...after('\n', '\r\n')),
    suspect('charset', 'charset-latin-1', 'The text was encoded as ISO-8859-1, not UTF-8.', {
      text: { charset: 'ISO-8859-1' },
    }),
    suspect('charset', 'charset-ascii', 'The text was encoded as ASCII with question marks, not UTF-8.', {
      text: { charset: 'ASCII' },
    }),
    suspect('charset', 'charset-utf-16', 'The text was encoded as UTF-16, not UTF-8.', {
      text: { charset: 'UTF-16' },
    }),
  ];
  if (between === '') return suspects;
  return [
    ...suspects,
    suspect('between', 'separators-left-out', 'The separators between the fields were left out.', {
      text: { between: '' },
    }),
    suspect('between', 'separators-with-spaces', 'A space followed the separators between the fields.', {
      text: { between: `${between} ` },
    }),
    suspect('fields end', 'trailing-separator', 'The separator also followed the last field.', {
      text: { afterFields: between },
    }),
  ];
}
