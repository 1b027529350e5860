import * as v from 'valibot';

/** A string of a response that may be absent or null. */
export const optionalString = v.nullish(v.string());

/** An amount or a code that a provider writes as a number in one response and as a string in another. */
export const optionalNumberOrString = v.nullish(v.union([v.number(), v.string()]));

/** Members of a response that are {@link optionalString}s and need no explanation. Spread them into its object. */
export function optionalStrings<Name extends string>(...names: readonly Name[]) {
  return Object.fromEntries(names.map((name) => [name, optionalString])) as Record<Name, typeof optionalString>;
}
