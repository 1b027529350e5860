import { unwrap, Secret } from '../../secrets/secret.ts';
import type { SignedField } from '../signature.ts';
import { withChange } from '../recipe.ts';
import { NUMBER_FORMS, readNumber } from './numbers.ts';
import { suspectField, type Change, type Inquiry, type Suspect } from './suspect.ts';

/** Mistakes in single fields. */
export function mistakesInFields(inquiry: Inquiry): Suspect[] {
  const fields = inquiry.recipe.fields.given;
  return [
    ...fields.map(([name]) => missing(inquiry, name)),
    ...unsignedFields(inquiry).map((field) => added(inquiry, field)),
    ...fields.flatMap((field) => otherNumbers(inquiry, field)),
    ...fields.flatMap(([name]) => straySpaces(inquiry, name)),
  ];
}

function missing(inquiry: Inquiry, name: string): Suspect {
  const without: Change = (recipe) =>
    withChange(recipe, { fields: { given: recipe.fields.given.filter(([each]) => each !== name) } });
  return suspectField(inquiry, name, 'field-missing', (field) => `The field ${field} was left out.`, without);
}

function added(inquiry: Inquiry, [name, value]: SignedField): Suspect {
  const how = unwrap(value) === '' ? 'with an empty value ' : '';
  const withField: Change = (recipe) =>
    withChange(recipe, { fields: { added: [...recipe.fields.added, [name, value]] } });
  return suspectField(inquiry, name, 'field-added', (field) => `The field ${field} was signed ${how}too.`, withField);
}

function rewritten(name: string, write: (value: string) => string): Change {
  return (recipe) => withChange(recipe, { fields: { rewrite: new Map(recipe.fields.rewrite).set(name, write) } });
}

/**
 * Unsigned fields that may have been signed: the signature itself (as given or empty), the caller's, absent documented
 * ones.
 */
function unsignedFields({ scheme, fields, recipe, candidates }: Inquiry): SignedField[] {
  const signed = new Set(recipe.fields.given.map(([name]) => name));
  const empty = [...scheme.unsigned, ...(scheme.optional ?? [])].map((name): SignedField => [name, '']);
  const given = fields.filter(([name]) => !signed.has(name));
  const all = [...given, ...candidates, ...empty].filter(([name]) => !signed.has(name));
  const key = ([name, value]: SignedField): string => JSON.stringify([name, unwrap(value)]);
  return [...new Map(all.map((field) => [key(field), field])).values()];
}

/** Mistakes in the form of a number. Skipped for confidential values: a match would reveal part of a security code. */
function otherNumbers(inquiry: Inquiry, [name, value]: SignedField): Suspect[] {
  if (Secret.is(value) || inquiry.scheme.confidential?.includes(name)) return [];
  const number = readNumber(value);
  if (!number) return [];
  return NUMBER_FORMS.flatMap(({ id, done, write }) => {
    const forms = [...new Set(write(...number))].filter((form) => form !== value);
    const changes = forms.map((form) => rewritten(name, () => form));
    return changes.length === 0
      ? []
      : [suspectField(inquiry, name, id, (field) => `The value of ${field} ${done}.`, ...changes)];
  });
}

function straySpaces(inquiry: Inquiry, name: string): Suspect[] {
  const padded = [(value: string) => ` ${value}`, (value: string) => `${value} `].map((write) =>
    rewritten(name, write),
  );
  const indented: Change = (recipe) =>
    withChange(recipe, { fields: { indented: new Set(recipe.fields.indented).add(name) } });
  return [
    suspectField(
      inquiry,
      name,
      'value-with-spaces',
      (field) => `The value of ${field} had a leading or trailing space.`,
      ...padded,
    ),
    suspectField(inquiry, name, 'name-with-space', (field) => `A space preceded the name of ${field}.`, indented),
  ];
}
