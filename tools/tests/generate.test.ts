import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { errors } from '../generate/errors.ts';
import { partOf, withParts } from '../generate/markdown.ts';
import { writeGenerated } from '../generate/write.ts';
import { ROOT } from '../workspace/workspace.ts';

const contentOf = (file: string) => readFileSync(join(ROOT, file), 'utf8');

test('a generated file that differs is reported, and a check does not write it', async () => {
  const before = contentOf('docs/errors.md');
  const [generated] = errors();
  expect(await writeGenerated(errors(), { check: true })).toEqual([]);
  const changed = [{ file: 'docs/errors.md', content: `${generated?.content ?? ''}\nOne more line.\n` }];
  expect(await writeGenerated(changed, { check: true })).toEqual(['docs/errors.md']);
  expect(contentOf('docs/errors.md')).toBe(before);
});

test('a generated file that is missing is reported', async () => {
  expect(await writeGenerated([{ file: 'docs/missing.md', content: '# Missing\n' }], { check: true })).toEqual([
    'docs/missing.md',
  ]);
});

test('only the marked parts of a file are replaced', () => {
  const file = 'docs/support.md';
  const replaced = withParts(file, { support: 'A table.', compatibility: 'Another.' }).content;
  expect(replaced).toContain('<!-- generated: support -->\n\nA table.\n\n<!-- end: support -->');
  expect(replaced).toContain('<!-- generated: compatibility -->\n\nAnother.\n\n<!-- end: compatibility -->');
  expect(replaced.replace('A table.', partOf(file, 'support')).replace('Another.', partOf(file, 'compatibility'))).toBe(
    contentOf(file),
  );
});

test('a part without a place in its file is an error', () => {
  expect(() => withParts('docs/support.md', { prices: 'A table.' })).toThrow('docs/support.md has no place for prices');
});
