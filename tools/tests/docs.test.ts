import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../workspace/workspace.ts';

const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '*.md'], {
  cwd: ROOT,
  encoding: 'utf8',
});
const documents = listed.split('\0').filter((file) => file !== '' && existsSync(join(ROOT, file)));

/** Every match outside blocks of code. */
const allIn = (file: string, pattern: RegExp): string[] => {
  const prose = readFileSync(join(ROOT, file), 'utf8').replaceAll(/^```[\s\S]*?^```$/gm, '');
  return [...prose.matchAll(pattern)].map(([, found = '']) => found);
};

test.each(documents)('every link of %s leads to a file of the repository', (file) => {
  const links = allIn(file, /\]\((?!\w+:|#)([^)#\s]+)/g);
  expect(links.filter((link) => !existsSync(join(ROOT, dirname(file), link)))).toEqual([]);
});

test.each(documents)('every path that %s names exists', (file) => {
  const folders = readdirSync(ROOT, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const top = folders.map(({ name }) => name.replace('.', '\\.')).join('|');
  // A path with a placeholder or a glob names no single file.
  const paths = allIn(file, new RegExp(`\`((?:${top})/[^\`\\s<*{]+)\``, 'g'));
  expect(paths.filter((path) => !path.startsWith('dist/') && !existsSync(join(ROOT, path)))).toEqual([]);
});

test('every decision has a status and a date', () => {
  const decisions = documents.filter((file) => /^docs\/decisions\/\d/.test(file));
  expect(decisions.length).toBeGreaterThan(0);
  for (const file of decisions) {
    const head = readFileSync(join(ROOT, file), 'utf8');
    expect(head, file).toMatch(
      /^# \d+\. .+\n\n- Status: (?:accepted|replaced by \[\d+\]\(.+\))\n- Date: \d{4}-\d\d-\d\d\n\n/,
    );
  }
});
