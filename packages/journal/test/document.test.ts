import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { TRANSITIONS } from '../src/index.ts';

const root = join(import.meta.dirname, '../../..');
const page = readFileSync(join(root, 'docs/journal.md'), 'utf8');

/** The titles of the tests of this package, in the source form of their files. */
const sources = ['packages/journal/test', 'packages/journal/src/journal']
  .flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(root, folder, name)))
  .filter((path) => path.endsWith('.test.ts'))
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');

test('the table of states is the table of transitions', () => {
  const rows = Array.from(page.matchAll(/^\| (\w+) +\| (\w+) +\| ([\w, -]+?) +\|$/gm), ([, from, to, by]) => {
    return [from, to, by?.split(', ')];
  });
  const [, ...documented] = rows;
  expect(documented).toEqual(TRANSITIONS.map(({ from, to, by }) => [from, to, by]));
});

describe('each clause names tests that exist', () => {
  const clauses = page.split(/^\*\*(?=J\d+\. )/m).slice(1);

  test('and the clauses are numbered', () => {
    const numbers = clauses.map((clause) => /^J(\d+)\./.exec(clause)?.[1]);
    expect(numbers).toEqual(Array.from({ length: 17 }, (_, i) => `${i + 1}`));
  });

  test.each(clauses.map((clause) => [/^J\d+/.exec(clause)?.[0], clause]))('%s', (_, clause = '') => {
    const titles = Array.from(clause.matchAll(/^- _([^]+?)_$/gm), ([, title = '']) => title.replace(/\s+/g, ' '));
    expect(titles.length).toBeGreaterThan(0);
    for (const title of titles) expect(sources).toContain(`'${title}'`);
  });
});
