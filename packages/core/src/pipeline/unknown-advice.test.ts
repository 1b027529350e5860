import { expect, test } from 'vitest';
import { toyCapabilities } from '../../test/toy-capabilities.ts';
import { unknownAdvice } from './unknown-advice.ts';

const amount = { minor: 2302, currency: 'TRY' };
const shared = { ...toyCapabilities, sharedKeys: ['reference'] } as const;

test('an outcome that a lookup can decide needs no advice of its own', () => {
  expect(unknownAdvice('toy', toyCapabilities, { captureId: 'C-1', amount })).toBeUndefined();
  expect(unknownAdvice('toy', shared, { reference: 'order-1', amount, knownCaptureIds: [] })).toBeUndefined();
});

test('an outcome that no lookup can decide is a question to the provider, with every id', () => {
  const keys = { authorizationId: 'A-1', reference: 'order-1', amount };
  expect(unknownAdvice('toy', toyCapabilities, keys)).toBe(
    'Do not send again. No lookup can decide this. ' +
      'Ask toy: was this captured, and under which id? (authorization A-1, reference order-1, amount 23.02 TRY)',
  );
});

test('an outcome under a shared key asks for the ids of all other captures first', () => {
  expect(unknownAdvice('toy', shared, { reference: 'order-1', amount })).toBe(
    'Do not send again. Look it up with knownCaptureIds, the ids of all other captures under the same keys: ' +
      'without them no lookup can decide. ' +
      'Or ask toy: was this captured, and under which id? (reference order-1, amount 23.02 TRY)',
  );
});
