import { expect, test } from 'vitest';
import { testReferenceOf } from './test-references.ts';

test.each([
  ['pending', 'pending'],
  ['pending-order-7', 'pending'],
  ['pending-3ds-7', 'pending-3ds'],
  ['pending-3ds-authurl-7', 'pending-3ds-authurl'],
  ['pendingorder', undefined],
  ['order-pending', undefined],
  [undefined, undefined],
])('the reference %s matches the test reference %s', (reference, name) => {
  expect(testReferenceOf(reference)).toBe(name);
});
