/** More mistakes than these are another word. */
const MOST_MISTAKES = 2;

/** The choice that a mistyped word most likely stands for, if one is near enough. */
export function closest(word: string, choices: readonly string[]): string | undefined {
  const [best] = choices
    .map((choice) => ({ choice, mistakes: mistakesIn(word, choice, MOST_MISTAKES) }))
    .filter(({ choice, mistakes }) => mistakes * 2 <= choice.length)
    .sort((a, b) => a.mistakes - b.mistakes);
  return best?.choice;
}

/** The number of letters to insert, remove, replace or swap with the next one; infinite if it is more than `most`. */
function mistakesIn(a: string, b: string, most: number): number {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same += 1;
  const [x, y] = [a.slice(same), b.slice(same)];
  if (x === '' && y === '') return 0;
  if (most === 0) return Infinity;
  const rests: [string, string][] = [
    [x.slice(1), y],
    [x, y.slice(1)],
    [x.slice(1), y.slice(1)],
  ];
  const [x1, x2] = x;
  const [y1, y2] = y;
  if (x1 === y2 && x2 === y1) rests.push([x.slice(2), y.slice(2)]);
  return 1 + Math.min(...rests.map(([one, other]) => mistakesIn(one, other, most - 1)));
}
