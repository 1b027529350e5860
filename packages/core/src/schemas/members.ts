import * as v from 'valibot';

/** A string of a response that may be absent or null. */
export const optionalString = v.nullish(v.string());

/** An amount or a code that a provider writes as a number in one response and as a string in another. */
export const optionalNumberOrString = v.nullish(v.union([v.number(), v.string()]));

/** Members of a response that are {@link optionalString}s and need no explanation. Spread them into its object. */
export function optionalStrings<Name extends string>(...names: readonly Name[]) {
  return Object.fromEntries(names.map((name) => [name, optionalString])) as Record<Name, typeof optionalString>;
}

/**
 * A member of a response that is only shown, such as a time or a description: it decides nothing, so one of another
 * type is left out of the result and changes nothing else.
 */
export function shown<Output>(schema: v.GenericSchema<unknown, Output>) {
  return v.fallback(v.nullish(schema), undefined);
}

/** Members of a response that are {@link shown} strings. Spread them into its object. */
export function shownStrings<Name extends string>(...names: readonly Name[]) {
  const string = shown(v.string());
  return Object.fromEntries(names.map((name) => [name, string])) as Record<Name, typeof string>;
}

/**
 * The words of a provider in a member that should be a string. They accept nothing, and a hint in them can only cast
 * doubt on a refusal, so any other type is read as JSON text, and the hint is found all the same.
 */
export const words = v.optional(
  v.pipe(
    v.unknown(),
    v.transform((value) =>
      value === undefined || value === null ? undefined : typeof value === 'string' ? value : JSON.stringify(value),
    ),
  ),
);
