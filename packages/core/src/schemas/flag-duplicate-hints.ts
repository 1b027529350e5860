import * as v from 'valibot';

/**
 * Marks an answer with `duplicateHint: true` where any text or name in it has such words, but for those that are left out. For providers that publish neither where a refusal has its
 * words nor which: they may speak of an earlier capture. Only the mark is kept of what was searched.
 */
export function flagDuplicateHints<Answer extends object>(
  words: RegExp,
  isLeftOut: (name: string, value: unknown) => boolean,
  isSearched: (answer: Answer) => boolean = () => true,
) {
  return v.transform((answer: Answer): unknown => {
    // Nearly no answer says so anywhere, and to leave something out costs more than to write all of it.
    const says = (): boolean =>
      words.test(JSON.stringify(answer)) &&
      words.test(JSON.stringify(answer, (name, value: unknown) => (isLeftOut(name, value) ? undefined : value)));
    return { ...answer, duplicateHint: isSearched(answer) && says() ? true : undefined };
  });
}
