import * as v from 'valibot';

/**
 * Adds `duplicateHint: true` to a response in which any string or member name matches `words`, except those left out.
 * For providers that document neither where a refusal states its reason nor the wording: it may indicate a duplicate of
 * an earlier capture. Only the flag is kept.
 */
export function flagDuplicateHints<Response extends object>(
  words: RegExp,
  isLeftOut: (name: string, value: unknown) => boolean,
  isSearched: (response: Response) => boolean = () => true,
) {
  return v.transform((response: Response): unknown => {
    // Hardly any response matches, and serializing with a replacer costs more than serializing everything.
    const hasHint = (): boolean =>
      words.test(JSON.stringify(response)) &&
      words.test(JSON.stringify(response, (name, value: unknown) => (isLeftOut(name, value) ? undefined : value)));
    return { ...response, duplicateHint: isSearched(response) && hasHint() ? true : undefined };
  });
}
