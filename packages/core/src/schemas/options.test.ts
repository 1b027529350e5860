import { expect, test } from 'vitest';
import { Secret } from '../secrets/secret.ts';
import { credentialsIn } from './options.ts';

test('the credentials of a client are the secrets of its options, at any depth', () => {
  const [token, key] = [new Secret('token'), new Secret('key')];
  expect(credentialsIn({ token, timeout: 1, accounts: [{ key }] })).toEqual([token, key]);
});

test('a custom transport may refer to itself, and may hold secrets of its own', () => {
  const transport: Record<string, unknown> = { send: () => undefined, key: new Secret('of the transport') };
  transport['self'] = transport;
  expect(credentialsIn({ transport, hooks: transport })).toEqual([]);
});
