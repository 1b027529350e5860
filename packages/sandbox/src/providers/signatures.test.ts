import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createSandbox } from '../index.ts';
import { baseText, hash } from './payfull/signature.ts';
import { verifySign } from './pockyt/signature.ts';
import { sampleOf, send } from '../../test/sample.ts';

interface Published {
  pockyt: { token: string; fields: Record<string, string>; signature: string }[];
  payfull: { fields: Record<string, string>; baseText: string }[];
}

const path = new URL('../../../../protocol/signatures.json', import.meta.url);
const published = JSON.parse(readFileSync(path, 'utf8')) as Published;

test.each(published.pockyt)('pockyt: a published example gives $signature', ({ fields, token, signature }) => {
  expect(verifySign(fields, token)).toBe(signature);
  const reversed = Object.fromEntries(Object.entries(fields).reverse());
  expect(verifySign(reversed, token)).toBe(signature);
});

test.each(published.payfull)('payfull: a published example gives the text $baseText', ({ fields, baseText: text }) => {
  expect(baseText(fields)).toBe(text);
});

test('payfull: a length counts characters, neither bytes nor UTF-16 units', () => {
  expect(baseText({ passive_data: 'Ödeme 😀' })).toBe('7Ödeme 😀');
  expect(hash({ passive_data: 'Ödeme 😀' }, 'x')).toMatch(/^[0-9a-f]{64}$/);
});

test('pockyt: names are ordered by bytes, so that merGroupNo comes before merchantNo', () => {
  const inOrder = verifySign({ merGroupNo: '1', merchantNo: '2' }, 't');
  expect(verifySign({ merchantNo: '2', merGroupNo: '1' }, 't')).toBe(inOrder);
});

const FORGEABLE = {
  pockyt: ['note', 'reference', 'amount', 'customerNo', 'callbackUrl', 'cardCvv', 'verifySign'],
  payfull: ['passive_data', 'transaction_id', 'total', 'hash'],
} as const;

test.each([
  ...FORGEABLE.pockyt.map((name) => ['pockyt', name] as const),
  ...FORGEABLE.payfull.map((name) => ['payfull', name] as const),
])('%s: %s with one character changed is refused', async (provider, name) => {
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

test('the samples in protocol/ are signed with the credentials beside them', () => {
  const pockyt = sampleOf('pockyt');
  const payfull = sampleOf('payfull');
  expect(pockyt.request.body['verifySign']).toBe(verifySign(pockyt.request.body, pockyt.credentials['token'] ?? ''));
  expect(payfull.request.body['hash']).toBe(hash(payfull.request.body, payfull.credentials['password'] ?? ''));
});

function changeOneCharacter(text: string): string {
  return text.replace(/\w(?=\W*$)/, (last) => (last === '7' ? '8' : '7'));
}
