import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { CLAUSES, GROUPS, type Clause } from '../src/index.ts';

const FOLDER = join(import.meta.dirname, '../src/clauses');
const GROUP_NAMES = Object.entries(GROUPS).map(([letter, [name]]) => ({ letter, name }));

const files = GROUP_NAMES.flatMap(({ letter, name }) =>
  readdirSync(join(FOLDER, name))
    .sort()
    .map((file) => ({ path: `${name}/${file}`, letter, file })),
);

/** The clauses that a file name announces: `09-15-sending.ts` holds 9 to 15. */
function announced({ letter, file }: (typeof files)[number]): string[] {
  const [, first, last = first] = /^(\d\d)-(?:(\d\d)-)?[a-z-]+\.ts$/.exec(file) ?? [];
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => `${letter}${Number(first) + index}`);
}

const numbersOf = (clauses: readonly Clause[]): string[] => clauses.map(({ number }) => number);

test('each group of the contract has a folder of its name', () => {
  expect(readdirSync(FOLDER).sort()).toEqual(GROUP_NAMES.map(({ name }) => name).sort());
});

test.each(files)('$path holds the clauses of its name', async (file) => {
  const exported = (await import(pathToFileURL(join(FOLDER, file.path)).href)) as Readonly<
    Record<string, readonly Clause[]>
  >;
  expect(numbersOf(Object.values(exported).flat())).toEqual(announced(file));
});

test('the list has every clause once, in the order of letters and numbers, without a gap', () => {
  expect(numbersOf(CLAUSES)).toEqual(files.flatMap(announced));
  for (const { letter } of GROUP_NAMES) {
    const numbers = numbersOf(CLAUSES).filter((number) => number.startsWith(letter));
    expect(numbers).toEqual(numbers.map((_, index) => `${letter}${index + 1}`));
  }
});
