import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { statusSwitches } from '../testing/src/status-switches.ts';
import { ROOT } from '../workspace/workspace.ts';

// A status that has no case is a payment that is not handled. Wherever a reader copies a `switch` over a status from,
// it ends with `assertNever`, so that it does not compile if a status is forgotten.
const files = (...patterns: string[]) =>
  execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard', ...patterns], {
    cwd: ROOT,
    encoding: 'utf8',
  })
    .split('\0')
    .filter((file) => file !== '' && existsSync(join(ROOT, file)));

const blocksOf = (text: string) => [...text.matchAll(/^ *```(?:ts|js|tsx|typescript|javascript)\n([\s\S]*?)^ *```/gm)].map(([, code = '']) => code); // prettier-ignore

/** The code of doc comments, without the asterisks. */
const inComments = (text: string) =>
  [...text.matchAll(/\/\*\*[\s\S]*?\*\//g)].flatMap(([comment]) => blocksOf(comment.replaceAll(/^ *\* ?/gm, '')));

const copied = [
  ...files('*.md', '*.md.template').flatMap((file) =>
    blocksOf(readFileSync(join(ROOT, file), 'utf8')).map((code) => ({ file, code })),
  ),
  ...files('packages/*/src/**/*.ts', 'packages/*/src/*.ts').flatMap((file) =>
    inComments(readFileSync(join(ROOT, file), 'utf8')).map((code) => ({ file, code })),
  ),
  ...files('examples/**/*.ts').map((file) => ({ file, code: readFileSync(join(ROOT, file), 'utf8') })),
];

test('every switch over a status that a reader may copy ends with assertNever', () => {
  const found = copied.flatMap(({ file, code }) => statusSwitches(code).map(({ guarded }) => ({ file, guarded })));
  // Six READMEs, two doc comments and five examples.
  expect(found.length).toBeGreaterThanOrEqual(13);
  expect(found.filter(({ guarded }) => !guarded)).toEqual([]);
});

test('a switch over a status is found in every form, and one without a guard is named', () => {
  const guards = (code: string) => statusSwitches(code).map(({ guarded }) => guarded);
  expect(guards("switch (result.status) { case 'captured': break; default: assertNever(result); }")).toEqual([true]);
  expect(guards("const f = () => { switch (status) { case 'captured': return 1; } };")).toEqual([false]);
  expect(guards("switch (found?.status) { case 'captured': break; default: console.log('?'); }")).toEqual([false]);
  expect(guards("switch (result.reason) { case 'in-doubt': break; }")).toEqual([]);
});
