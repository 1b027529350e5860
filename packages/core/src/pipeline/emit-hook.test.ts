import { runInNewContext } from 'node:vm';
import { expect, test, vi } from 'vitest';
import { emit } from './emit-hook.ts';

const fail = (): never => {
  throw new Error('the journal is full');
};

test.each<[string, () => unknown]>([
  ['throws', fail],
  ['rejects', () => Promise.reject(new Error('the journal is full'))],
  ['rejects in another realm', () => runInNewContext('Promise.reject(new Error("the journal is full"))') as unknown],
  ['returns a thenable that throws', () => ({ then: fail })],
  ['returns an object whose then cannot be read', () => Object.defineProperty({}, 'then', { get: fail })],
])('a hook that %s affects nothing, and leaves no unhandled rejection', async (_what, hook) => {
  const unhandled = vi.fn();
  process.on('unhandledRejection', unhandled);
  emit(hook, () => 'event');
  await new Promise((resolve) => setImmediate(resolve));
  process.off('unhandledRejection', unhandled);
  expect(unhandled).not.toHaveBeenCalled();
});

test('an event that cannot be made affects nothing', () => {
  const hook = vi.fn();
  emit(hook, fail);
  expect(hook).not.toHaveBeenCalled();
});
