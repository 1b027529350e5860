/**
 * Reads a table of codes grouped by meaning, `{ declined: '05 51' }`, into a map from each code to its meaning. A map,
 * because a response may hold a code such as `constructor`.
 */
export function codeTable<Meaning extends string>(
  groups: Readonly<Record<Meaning, string>>,
): ReadonlyMap<string, Meaning> {
  const entries = Object.entries(groups) as [Meaning, string][];
  return new Map(entries.flatMap(([meaning, codes]) => codes.split(' ').map((code) => [code, meaning])));
}
