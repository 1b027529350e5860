import { expect, test } from 'vitest';
import { canDecide } from './can-decide.ts';

const capabilities = { uniqueKeys: ['captureId'], sharedKeys: ['reference'] } as const;

test.each([
  [{ captureId: 'C-1' }, true],
  [{ captureId: 'C-1', reference: 'order-1' }, true],
  [{ reference: 'order-1' }, false],
  [{ reference: 'order-1', knownCaptureIds: [] }, true],
  [{ reference: 'order-1', knownCaptureIds: ['C-0'] }, true],
  [{ authorizationId: 'A-1', knownCaptureIds: [] }, false],
  [{ authorizationId: 'A-1' }, false],
  [{}, false],
])('a lookup by %j can decide: %s', (keys, expected) => {
  expect(canDecide(capabilities, keys)).toBe(expected);
});
