import { expect, test } from 'vitest';
import { DUPLICATE_HINTS } from './duplicate-hints.ts';

test.each([
  'Duplicate transaction',
  'duplicado',
  'It is ALREADY done',
  'has been captured',
  'La transacción fue capturada',
  'Settled before',
])('the message %j may indicate an earlier capture', (message) => {
  expect(DUPLICATE_HINTS.test(message)).toBe(true);
});

test.each(['Insufficient funds', 'Capture refused', 'The capture was declined', ''])(
  'the message %j does not indicate an earlier capture',
  (message) => {
    expect(DUPLICATE_HINTS.test(message)).toBe(false);
  },
);
