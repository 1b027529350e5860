import { expect, test } from 'vitest';
import { Secret } from '../secrets/secret.ts';
import { withHeaders } from './with-headers.ts';

const key = new Secret('sandbox-key');
const call = { method: 'GET', path: '/captures/1', headers: { 'accept-language': 'en' } } as const;

test('headers are added to those of the call, and a secret stays wrapped', () => {
  const signed = withHeaders(call, { 'x-api-key': key });
  expect(signed.call).toStrictEqual({ ...call, headers: { 'accept-language': 'en', 'x-api-key': key } });
  expect(signed.explain).toBeUndefined();
  expect(call.headers).toEqual({ 'accept-language': 'en' });
});

test('headers are added to a call without headers', () => {
  expect(withHeaders({ method: 'GET', path: '/' }, { 'x-api-key': key }).call.headers).toEqual({ 'x-api-key': key });
});
