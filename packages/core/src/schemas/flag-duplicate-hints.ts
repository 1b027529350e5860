import * as v from 'valibot';

/**
 * Marks an answer with `duplicateHint: true` where any text or name in it has such words, but for those that are left out. For providers that publish neither where a refusal has its
 * words nor which: they may speak of an earlier capture. Only the mark is kept of what was searched.
 */
export function flagDuplicateHints<Response extends object>(
  words: RegExp,
  isLeftOut: (name: string, value: unknown) => boolean,
  isSearched: (response: Response) => boolean = () => true,
) {
  return v.transform((response: Response): unknown => {
    // Nearly no response says so anywhere, and to leave something out costs more than to write all of it.
    const hasHint = (): boolean =>
      words.test(JSON.stringify(response)) &&
      words.test(JSON.stringify(response, (name, value: unknown) => (isLeftOut(name, value) ? undefined : value)));
    return { ...response, duplicateHint: isSearched(response) && hasHint() ? true : undefined };
  });
}
