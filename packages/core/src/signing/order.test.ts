import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byBytes } from '../../test/another-signer.ts';
import { SEED } from '../../test/signature-cases.ts';
import { inByteOrder, inOrder } from './order.ts';

const names = ['no_a', 'noB', 'no', '\u{1f600}', '\uff21', 'no1', 'Zone', 'ü', 'z'];
const put = (order: Parameters<typeof inOrder>[0]): string[] =>
  inOrder(
    order,
    names.map((name) => ({ name, text: `${name}=` })),
  ).map(({ name }) => name);

test('the order of code points is that of the UTF-8 bytes', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (given) => {
      const sorted = inByteOrder(given.map((name) => [name, ''] as const)).map(([name]) => name);
      expect(sorted).toEqual([...given].sort(byBytes));
    }),
    { seed: SEED, numRuns: 1_000 },
  );
  expect(put('code-points')).toEqual([...names].sort(byBytes));
});

test('the other orders are those of programming languages', () => {
  expect(put('as-given')).toEqual(names);
  expect(put('utf-16-units')).toEqual([...names].sort());
  expect(put('lower-cased')).toEqual(['no', 'no1', 'no_a', 'noB', 'z', 'Zone', 'ü', '\uff21', '\u{1f600}']);
  expect(put('upper-cased')).toEqual(['no', 'no1', 'noB', 'no_a', 'z', 'Zone', 'ü', '\uff21', '\u{1f600}']);
  expect(put('locale')).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
  expect(put('reversed')).toEqual([...names].sort(byBytes).reverse());
  expect(put('whole-pieces')).toEqual([...names].sort((a, b) => byBytes(`${a}=`, `${b}=`)));
});

test('sorting does not change its input', () => {
  const given = [
    ['b', 1],
    ['a', 2],
  ] as const;
  expect(inByteOrder(given)).toEqual([
    ['a', 2],
    ['b', 1],
  ]);
  expect(given[0]).toEqual(['b', 1]);
});

test('code points at both ends of the surrogates are in the order of their bytes', () => {
  const names = ['a', '\ud000', '\ud7ff', '\ue000', '\ue001', '\uffff', '\u{10000}', '\u{10ffff}'];
  const shuffled = [...names].reverse().map((name) => [name, ''] as const);
  expect(inByteOrder(shuffled).map(([name]) => name)).toEqual(names);
  expect(names.map((name) => Buffer.from(name).toString('hex'))).toEqual(
    names.map((name) => Buffer.from(name).toString('hex')).sort(),
  );
});
