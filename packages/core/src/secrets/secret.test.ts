import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { Secret } from '../index.ts';

const value = 'a-password-that-must-not-print';

describe('Secret', () => {
  const secret = new Secret(value);

  test.each([
    ['String', String(secret)],
    ['JSON.stringify', JSON.stringify({ secret })],
    [
      'util.inspect with hidden fields',
      inspect({ secret }, { showHidden: true, depth: Infinity, customInspect: true }),
    ],
    ['util.inspect without its own form', inspect(secret, { showHidden: true, customInspect: false })],
    ['structuredClone', inspect(structuredClone(secret), { showHidden: true })],
    ['Object.entries', JSON.stringify(Object.entries(secret))],
    ['its own keys', Reflect.ownKeys(secret).map(String).join()],
  ])('a Secret does not show in %s', (_way, shown) => {
    expect(shown).not.toContain(value);
  });

  test('a Secret cannot be changed or given further properties', () => {
    expect(Object.isFrozen(new Secret(value))).toBe(true);
    expect(inspect(secret)).toBe('[secret]');
  });

  test('a Secret is read through reveal only', () => {
    expect(secret.reveal()).toBe(value);
  });

  test('a Secret is recognised across copies of the package by its marker', () => {
    const foreign = { [Symbol.for('@capture/core/Secret')]: true };
    expect(Secret.is(secret)).toBe(true);
    expect(Secret.is(foreign)).toBe(true);
    expect(Secret.is({})).toBe(false);
    expect(Secret.is(null)).toBe(false);
  });
});
