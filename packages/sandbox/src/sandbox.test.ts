import { expect, test } from 'vitest';
import { createSandbox } from './index.ts';
import { testReferenceOf } from './emulator/test-references.ts';

test('an authorization that is made can be seen, and its id is free to choose', () => {
  const sandbox = createSandbox();
  const wanted = { provider: 'payfull', amount: { minor: 100, currency: 'TRY' }, id: 'my-id' } as const;
  expect(sandbox.authorize(wanted)).toEqual({
    provider: 'payfull',
    id: 'my-id',
    amount: { minor: 100, currency: 'TRY' },
    capturedAmount: { minor: 0, currency: 'TRY' },
    remainingAmount: { minor: 100, currency: 'TRY' },
    state: 'authorized',
  });
  expect(sandbox.truth.authorizations({ provider: 'payfull' }).map(({ id }) => id)).toEqual([
    'T4U_8d8125d10a_481a77f38',
    'my-id',
  ]);
  expect(() => sandbox.authorize(wanted)).toThrow('already');
});

test('what no provider could have authorized is refused', () => {
  const { authorize } = createSandbox();
  const usd = { minor: 100, currency: 'USD' };
  expect(() => authorize({ provider: 'pockyt', amount: usd })).toThrow('nothing to authorize');
  expect(() => authorize({ provider: 'payfull', amount: { ...usd, minor: 0.5 } })).toThrow('whole number');
  expect(() => authorize({ provider: 'payfull', amount: { ...usd, currency: 'usd' } })).toThrow('ISO 4217');
});

test('two sandboxes share nothing', () => {
  const [one, other] = [createSandbox(), createSandbox()];
  one.authorize({ provider: 'payfull', amount: { minor: 100, currency: 'TRY' }, id: 'mine' });
  expect(other.truth.authorizations().map(({ id }) => id)).not.toContain('mine');
});

test.each([
  ['pending', 'pending'],
  ['pending-order-7', 'pending'],
  ['pending-3ds-7', 'pending-3ds'],
  ['pending-3ds-authurl-7', 'pending-3ds-authurl'],
  ['pendingorder', undefined],
  ['order-pending', undefined],
  [undefined, undefined],
])('the reference %s is the magic one %s', (reference, name) => {
  expect(testReferenceOf(reference)).toBe(name);
});
