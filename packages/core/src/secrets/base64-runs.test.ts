import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base64RunsIn } from './base64-runs.ts';

/** The same by definition: every run of sixteen units or more, decoded from each of its first four places. */
function byDefinition(text: string) {
  return Array.from(text.matchAll(/[A-Za-z0-9+/_-]{16,}/g)).flatMap(({ 0: run, index }) => {
    if (!/[A-Z]/.test(run) || !/[a-z]/.test(run)) return [];
    const content = [0, 1, 2, 3]
      .flatMap(
        (offset) =>
          Buffer.from(run.slice(offset), 'base64')
            .toString('latin1')
            .match(/[\t\n\r -~]{12,}/g) ?? [],
      )
      .join('\n');
    return content === '' ? [] : [{ range: [index, index + run.length], content }];
  });
}

const unit = fc.constantFrom(...Array.from('ABCDIMXYZabcdfghiz0129+/_-'));
const ids = fc.string({ unit, minLength: 0, maxLength: 40 });
const readable = fc
  .tuple(fc.constantFrom('', 'a', 'ab', 'a/b'), fc.string({ minLength: 10, maxLength: 30 }))
  .map(([before, content]) => before + Buffer.from(content, 'latin1').toString('base64url'));
const between = fc.constantFrom('', ' ', '"', '=', '\n', '. é', '😀', '":"');

test('base64 is found wherever it stands, and only where its bytes are readable', () => {
  const texts = fc.array(fc.oneof(ids, readable, between), { maxLength: 12 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(texts, (text) => {
      expect(base64RunsIn(text)).toEqual(byDefinition(text));
    }),
    { seed: 20_261_125, numRuns: 3000 },
  );
});

test.each([0, 1, 2, 15, 16, 17, 31, 32, 33])(
  'base64 of the shortest length is found after %i other characters',
  (count) => {
    const run = Buffer.from('twelve bytes').toString('base64');
    expect(run).toHaveLength(16);
    const found = { range: [count, count + 16], content: 'twelve bytes' };
    expect(base64RunsIn(`${' '.repeat(count)}${run}`)).toEqual([found]);
    expect(base64RunsIn(`${' '.repeat(count)}${run} ${run.slice(1)}`)).toEqual([found]);
  },
);
