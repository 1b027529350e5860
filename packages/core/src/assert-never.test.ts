import { expect, test } from 'vitest';
import { assertNever } from './assert-never.ts';

const thrownFor = (value: unknown) => () => assertNever(value as never);

test.each([
  ['a result', { status: 'half-captured', captureId: 'C-1' }],
  ['a status', 'half-captured'],
])('an unhandled status is named where %s is given', (_what, value) => {
  expect(thrownFor(value)).toThrow(new TypeError('unhandled status "half-captured": treat the outcome as unknown'));
});

test.each([[undefined], [null], [4111111111111111], [{}], ['4111111111111111'], [{ status: 'Bearer sk_live' }]])(
  'a value that is no status is not repeated: %j',
  (value) => {
    expect(thrownFor(value)).toThrow(new TypeError('unhandled status: treat the outcome as unknown'));
  },
);
