import { secretsIn } from '../secrets/secrets-in.ts';
import { expect, test } from 'vitest';
import { Secret } from '../secrets/secret.ts';
import { toWireRequest, type Call } from './call.ts';

const card = new Secret('4111111111111111');
const key = new Secret('key-1');
const call: Call = {
  method: 'POST',
  path: '/captures/1',
  headers: { 'x-api-key': key },
  body: { type: 'json', fields: { amount: 50, lines: ['a', { card }, []], live: true, absent: undefined } },
};

test('a request is serialized with its secrets unwrapped, arrays as arrays, and absent members left out', () => {
  expect(toWireRequest('https://one.example', call, 'revealed')).toEqual({
    method: 'POST',
    url: 'https://one.example/captures/1',
    headers: { accept: 'application/json', 'content-type': 'application/json', 'x-api-key': 'key-1' },
    body: '{"amount":50,"lines":["a",{"card":"4111111111111111"},[]],"live":true}',
  });
});

test('a request that is shown has its secrets masked', () => {
  expect(toWireRequest('https://one.example', call, 'masked')).toMatchObject({
    headers: { 'x-api-key': '[secret]' },
    body: '{"amount":50,"lines":["a",{"card":"[secret]"},[]],"live":true}',
  });
});

test('a form is serialized in the order of its fields', () => {
  const body = { type: 'form', fields: { b: 'x y&z', absent: undefined, a: card } } as const;
  const { body: text } = toWireRequest('https://one.example', { method: 'POST', path: '/', body }, 'revealed');
  expect(text).toBe('b=x+y%26z&a=4111111111111111');
});

test('the secrets of a call are found at any depth', () => {
  expect(secretsIn({ call, nothing: null, text: 'text' })).toEqual([key, card]);
});
