import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sampleOf, send } from '../../test/sample.ts';
import { createSandbox } from '../index.ts';
import { baseString, hash } from './payfull/signature.ts';
import { verifySign } from './pockyt/signature.ts';

interface Published {
  pockyt: { token: string; fields: Record<string, string>; signature: string }[];
  payfull: { fields: Record<string, string>; baseText: string }[];
}

const path = new URL('../../../../protocol/signatures.json', import.meta.url);
const published = JSON.parse(readFileSync(path, 'utf8')) as Published;

test.each(published.pockyt)(
  'pockyt: a published example gives the signature $signature',
  ({ fields, token, signature }) => {
    expect(verifySign(fields, token)).toBe(signature);
    const reversed = Object.fromEntries(Object.entries(fields).reverse());
    expect(verifySign(reversed, token)).toBe(signature);
  },
);

test.each(published.payfull)('payfull: a published example gives the base string $baseText', ({ fields, baseText }) => {
  expect(baseString(fields)).toBe(baseText);
});

test('payfull: a length counts characters, not bytes or UTF-16 units', () => {
  expect(baseString({ passive_data: 'Ödeme 😀' })).toBe('7Ödeme 😀');
  expect(hash({ passive_data: 'Ödeme 😀' }, 'x')).toMatch(/^[0-9a-f]{64}$/);
});

test('pockyt: names are ordered by their bytes, so merGroupNo comes before merchantNo', () => {
  const inOrder = verifySign({ merGroupNo: '1', merchantNo: '2' }, 't');
  expect(verifySign({ merchantNo: '2', merGroupNo: '1' }, 't')).toBe(inOrder);
});

const SIGNED_FIELDS = {
  pockyt: ['note', 'reference', 'amount', 'customerNo', 'callbackUrl', 'cardCvv', 'verifySign'],
  payfull: ['passive_data', 'transaction_id', 'total', 'hash'],
} as const;

test.each([
  ...SIGNED_FIELDS.pockyt.map((name) => ['pockyt', name] as const),
  ...SIGNED_FIELDS.payfull.map((name) => ['payfull', name] as const),
])('%s: a request with one character of %s changed is refused', async (provider, name) => {
  const sandbox = createSandbox();
  const { body } = await send(sandbox, provider, {
    tamper: (fields) => (fields[name] = changeOneCharacter(String(fields[name]))),
  });
  expect(body['ret_code'] ?? body['ErrorCode']).toBe(provider === 'pockyt' ? '000030' : '03');
  expect(sandbox.truth.captures()).toEqual([]);
});

test('pockyt: an upper-case digest is refused', async () => {
  const sandbox = createSandbox();
  const { body } = await send(sandbox, 'pockyt', {
    tamper: (fields) => (fields['verifySign'] = String(fields['verifySign']).toUpperCase()),
  });
  expect(body['ret_code']).toBe('000030');
});

test('the examples in protocol/ are signed with the credentials beside them', () => {
  const pockyt = sampleOf('pockyt');
  const payfull = sampleOf('payfull');
  expect(pockyt.request.body['verifySign']).toBe(verifySign(pockyt.request.body, pockyt.credentials['token'] ?? ''));
  expect(payfull.request.body['hash']).toBe(hash(payfull.request.body, payfull.credentials['password'] ?? ''));
});

function changeOneCharacter(value: string): string {
  return value.replace(/\w(?=\W*$)/, (last) => (last === '7' ? '8' : '7'));
}
